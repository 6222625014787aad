package org.comity.kernel.sql;

import java.util.ArrayList;
import java.util.List;
import org.comity.kernel.caller.Person;
import org.jspecify.annotations.Nullable;

/** A row that is added to a table: each value that is said is its column of that name. */
public final class SqlInsert extends SqlStatement {

    private final String table;
    private final List<String> columns = new ArrayList<>();
    private String onConflict = "";

    SqlInsert(String table, Connected database) {
        super("", database);
        this.table = table;
    }

    @Override
    public SqlInsert with(String column, @Nullable Object value) {
        columns.add(column);
        if (value instanceof Person person) {
            columns.add(column + "_name");
            super.with(column, person.id());
            super.with(column + "_name", person.name());
        } else {
            super.with(column, value);
        }
        return this;
    }

    /** What is done where the row is there already, as in {@code on conflict}; said before the values. */
    public SqlInsert onConflict(String what) {
        onConflict = " on conflict " + what;
        return this;
    }

    @Override
    String text() {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (:" + String.join(", :", columns)
                + ")" + onConflict;
    }
}
