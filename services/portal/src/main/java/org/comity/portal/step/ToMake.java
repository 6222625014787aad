package org.comity.portal.step;

import java.util.function.Function;
import java.util.function.Supplier;
import org.comity.portal.api.Call;
import org.comity.portal.page.Page;

/**
 * Something that is not there yet, and is made by a step of the list that it will stand in.
 *
 * @param opens the page of this request
 * @param calls an address of the list in its service, by its last part
 * @param home the address of the list's page
 */
public record ToMake(Supplier<Page> opens, Function<String, Call> calls, String home) implements Subject<ToMake> {

    @Override
    public Page open() {
        return opens.get();
    }

    @Override
    public Read<ToMake> read() {
        return new Read<>(this, "");
    }

    @Override
    public Call call(String part) {
        return calls.apply(part);
    }
}
