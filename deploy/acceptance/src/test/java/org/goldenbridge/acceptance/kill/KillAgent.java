package org.goldenbridge.acceptance.kill;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.File;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Weaves the kill points into the service that runs it. A point is armed by a file of its name; the first process that
 * reaches the point takes the file away and dies, so one arming is one death, whichever instance leads.
 */
public final class KillAgent {

    private KillAgent() {}

    /** Takes the folder in which points are armed. */
    public static void premain(String folder, Instrumentation instrumentation) {
        AgentBuilder agent = new AgentBuilder.Default()
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly());
        for (var point : KillPoint.values()) {
            var advice = Advice.withCustomMapping()
                    .bind(Trigger.class, new File(folder, point.name()).getPath())
                    .to(point.atExit ? AtExit.class : AtEntry.class);
            agent = agent.type(named(point.type))
                    .transform(
                            (type, description, loader, module, domain) -> type.visit(advice.on(named(point.method))));
        }
        agent.installOn(instrumentation);
    }

    /** Stands for the path of the file that arms the point. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Trigger {}

    // Both are copied into the woven methods, and may therefore use classes of the JDK only.

    static final class AtEntry {
        private AtEntry() {}

        @Advice.OnMethodEnter
        static void enter(@Trigger String trigger) {
            if (new File(trigger).delete()) {
                Runtime.getRuntime().halt(137);
            }
        }
    }

    static final class AtExit {
        private AtExit() {}

        /** A method that did its work returns something other than 0; the relay numbers nothing when it is idle. */
        @Advice.OnMethodExit
        static void exit(@Trigger String trigger, @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned) {
            if (!Integer.valueOf(0).equals(returned) && new File(trigger).delete()) {
                Runtime.getRuntime().halt(137);
            }
        }
    }
}
