package dev.codemode.typescript.internal.strip;

import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Maps positions in a body back to the script that it was made from. Immutable.
 *
 * @param edits the insertions into the JavaScript, as {@code [line, column, length]} of the JavaScript without them, in
 *     order
 * @param start where the JavaScript begins in the text that the source map refers to
 * @param sourceMap where the JavaScript comes from; null if positions were preserved
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
