package dev.codemode.typescript.internal.strip;

import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes places of a body back to the script that it was made of. Immutable.
 *
 * @param edits what was put into the JavaScript, as {@code [line, column, length]} of the JavaScript without them, in order
 * @param start where the JavaScript begins in what the source map speaks of
 * @param sourceMap where the JavaScript comes from; null if it has kept its places
 * @param prefix how many characters were before the script when the source map was made
 */
public record Positions(
        List<int[]> edits, SourcePosition start, @Nullable SourceMap sourceMap, int prefix)
        implements UnaryOperator<SourcePosition> {
    @Override
    public SourcePosition apply(SourcePosition position) {
        SourcePosition place = withoutEdits(position);
        if (sourceMap == null) {
            return place;
        }
        int column = place.line() == 1 ? place.column() + start.column() - 1 : place.column();
        SourcePosition original = sourceMap.original(new SourcePosition(place.line() + start.line() - 1, column));
        return original.line() == 1 ? new SourcePosition(1, Math.max(1, original.column() - prefix)) : original;
    }

    private SourcePosition withoutEdits(SourcePosition position) {
        int column = position.column();
        for (int[] edit : edits) {
            if (edit[0] == position.line() && column > edit[1]) {
                column = Math.max(edit[1], column - edit[2]);
            }
        }
        return new SourcePosition(position.line(), column);
    }
}
