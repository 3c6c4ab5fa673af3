package shop;

import dev.codemode.typescript.TypeScriptScripts;
import java.time.Duration;

/** Says on standard error once scripts are checked. */
final class Announcement extends Thread {
    private final TypeScriptScripts scripts;

    Announcement(TypeScriptScripts scripts) {
        this.scripts = scripts;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            System.err.println("Scripts are checked: " + scripts.awaitChecked(Duration.ofMinutes(1)));
        } catch (InterruptedException e) {
            interrupt();
        }
    }
}
