package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.mcp.internal.rpc.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageBudgetTest {
    private static final long QUARTER = 4L << 20;

    private final MessageBudget budget = MessageBudget.forMessagesOf(1 << 20);

    @Test
    void givesOneCallerAQuarter() {
        budget.share("ada").grow(QUARTER);
        assertThatThrownBy(() -> budget.share("ada").grow(1))
                .isInstanceOf(Refusal.class)
                .hasMessage("You are sending as much at once as one caller may. Wait for answers, then send again.");
        budget.share("bob").grow(QUARTER);
    }

    @Test
    void refusesEveryCallerWhenItIsUsedUp() {
        for (String caller : List.of("a", "b", "c", "d")) {
            budget.share(caller).grow(QUARTER);
        }
        assertThatThrownBy(() -> budget.share("e").grow(1))
                .isInstanceOf(Refusal.class)
                .hasMessage("The server is reading as many messages as it can. Send this one again in a few seconds.");
    }

    @Test
    void takesBackWhatAMessageHeldOnce() {
        List<MessageBudget.Share> shares = new ArrayList<>();
        for (String caller : List.of("a", "b", "c", "d")) {
            MessageBudget.Share share = budget.share(caller);
            share.grow(QUARTER / 2);
            share.grow(QUARTER / 2);
            shares.add(share);
        }
        for (MessageBudget.Share share : shares) {
            share.close();
            share.close();
        }
        for (String caller : List.of("a", "e", "f", "g")) {
            budget.share(caller).grow(QUARTER);
        }
        assertThatThrownBy(() -> budget.share("h").grow(1)).isInstanceOf(Refusal.class);
    }

    @Test
    void holdsNothingForAMessageThatIsOver() {
        MessageBudget.Share share = budget.share("ada");
        share.close();
        share.grow(QUARTER);
        budget.share("ada").grow(QUARTER);
    }

    @Test
    void hasRoomForTheLargestMessage() {
        MessageBudget large = MessageBudget.forMessagesOf(Integer.MAX_VALUE);
        large.share("ada").grow(Integer.MAX_VALUE);
        assertThatThrownBy(() -> large.share("ada").grow(Integer.MAX_VALUE)).isInstanceOf(Refusal.class);
    }
}
