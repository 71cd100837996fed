package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.goldenbridge.platform.http.IdempotentExecutor;
import org.goldenbridge.platform.http.Lists;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the desk makes under a key of its own, and lists, for a session or a course: holds, allocations, waiting groups. */
@ApplicationScoped
class Register {
    private final IdempotentExecutor once;
    private final DeskAccess access;
    private final Lists lists;

    @Inject
    Register(IdempotentExecutor once, DeskAccess access, Lists lists) {
        this.once = once;
        this.access = access;
        this.lists = lists;
    }

    /**
     * Makes something once, in the caller's transaction.
     *
     * @param key the request's Idempotency-Key
     * @param work makes it, and says what its identifier is
     * @param collection the path under which it then is
     * @return 201 with it; the same again when the request is repeated
     */
    <V> RestResponse<V> make(
            String operation,
            Opportunity of,
            @Nullable String key,
            Object draft,
            Supplier<UUID> work,
            String collection,
            Function<UUID, V> view) {
        var made = once.make(access.key(operation, of.id, key, draft), work);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view.apply(made))
                .location(URI.create(collection + made))
                .build();
    }

    /** A page of what was made, in the order in which it was. */
    <E> RestResponse<byte[]> page(Lists.Wish wish, Lists.Finder<E> finder, Function<E, UUID> id, Function<E, ?> view) {
        return lists.page(wish, finder, each -> id.apply(each).toString(), view);
    }
}
