package org.comity.portal.step;

import java.util.function.Function;
import java.util.function.Supplier;
import org.comity.portal.api.Call;
import org.comity.portal.page.Page;

/**
 * One of a list that has no page of its own: its steps lead back to the list.
 *
 * @param opens the page of this request
 * @param reads the record as it is now
 * @param calls an address of the record in its service, by the rest of the address
 * @param home the address of the list's page
 * @param id what names the record in the addresses of its steps
 */
public record OneOfList<R>(
        Supplier<Page> opens, Supplier<Read<R>> reads, Function<String, Call> calls, String home, String id)
        implements Subject<R> {

    @Override
    public Page open() {
        return opens.get();
    }

    @Override
    public Read<R> read() {
        return reads.get();
    }

    @Override
    public Call call(String part) {
        return calls.apply(part);
    }

    @Override
    public String address(String verb) {
        return home + "/" + id + "/" + verb;
    }
}
