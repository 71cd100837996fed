package org.goldenbridge.local.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** One line that fills up, where there is a terminal; a plain line for each tenth, where there is none. */
final class ProgressLine {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean rewriting;
    private final int total;
    private int done;
    private int shown = -1;

    ProgressLine(PrintStream out, boolean rewriting, int total) {
        this.out = out;
        this.rewriting = rewriting;
        this.total = total;
    }

    synchronized void step(String what) {
        // The last step is kept for the end: what has begun already is never planned, and nobody counted it.
        show(Math.min(total - 1, done + 1), what);
    }

    synchronized void complete() {
        show(total, "done");
    }

    private void show(int steps, String what) {
        done = steps;
        int parts = rewriting ? 100 : 10;
        int now = done * parts / total;
        if (now == shown) {
            return;
        }
        shown = now;
        if (rewriting) {
            int filled = done * WIDTH / total;
            out.printf(
                    Locale.ROOT,
                    "\rDemo network [%s%s] %3d %%  %-12s",
                    "#".repeat(filled),
                    ".".repeat(WIDTH - filled),
                    now,
                    what);
            out.flush();
        } else {
            out.println("Demo network: " + now * 10 + " % (" + what + ")");
        }
    }

    synchronized void end() {
        if (rewriting && shown >= 0) {
            out.println();
        }
    }

    /** Whether this program writes to a terminal. */
    @SuppressWarnings("SystemConsoleNull") // null before JDK 22; from then on the console itself is asked
    static boolean isOnATerminal() {
        var console = System.console();
        return console != null && isTerminal(console);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJdk22) {
            return true;
        }
    }
}
