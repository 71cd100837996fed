package org.goldenbridge.event.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Centres;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who sits at the desk, and for which centres they work. */
@RequestScoped
public class Staff {
    private final Caller caller;
    private final Centres centres;
    private final Colleagues colleagues;

    @Inject
    Staff(Caller caller, Centres centres, Colleagues colleagues) {
        this.caller = caller;
        this.centres = centres;
        this.colleagues = colleagues;
    }

    /** Whether they answer for that centre, and see who did what there. */
    boolean answersFor(CentreCard centre) {
        return caller.actsFor(centre.id(), Roles.management());
    }

    /**
     * The desk of that centre, at which something can be done.
     *
     * @throws Refusal 403 when they do not work for it
     */
    Workplace atOwn(@Nullable String centre) {
        var workplace = at(centre);
        if (!workplace.isOwn()) {
            throw Refusal.forbidden("not-yours", "You do not work for that centre.");
        }
        return workplace;
    }

    /**
     * The desk of that centre; without one, the first of their own.
     *
     * @throws Refusal 404 when there is no such centre, 403 when they work for none
     */
    public Workplace at(@Nullable String centre) {
        var all = centres.all();
        var byOwnership =
                all.stream().collect(Collectors.partitioningBy(one -> caller.actsFor(one.id(), Roles.desk())));
        var own = byOwnership.getOrDefault(true, List.of());
        var others = byOwnership.getOrDefault(false, List.of());
        if (own.isEmpty()) {
            throw Refusal.forbidden("not-yours", "You work for no centre of the network.");
        }
        colleagues.note(caller);
        if (centre == null) {
            return new Workplace(caller.name(), own, others, own.get(0), true);
        }
        var shown = all.stream()
                .filter(one -> one.id().equals(centre))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such centre."));
        return new Workplace(caller.name(), own, others, shown, own.contains(shown));
    }
}
