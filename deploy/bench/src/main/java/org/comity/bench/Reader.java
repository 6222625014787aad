package org.comity.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Who reads the list, for a database connection: what row-level security is told of the caller.
 *
 * @param person the token's subject
 * @param roles as the realm names them
 */
record Reader(String state, String person, List<String> roles) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Reader {
        roles = roles.stream().sorted().toList();
    }

    /** The holder of an access token. */
    static Reader of(String state, String token) {
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            List<String> roles = new ArrayList<>();
            claims.path("realm_access").path("roles").forEach(role -> roles.add(role.asText()));
            return new Reader(state, claims.path("sub").asText(), roles);
        } catch (IOException e) {
            throw new IllegalArgumentException("not an access token", e);
        }
    }

    /** Sets the same variables as the service does when it takes a connection for a request. */
    void introduce(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('comity.state', ?, false),"
                + " set_config('comity.person', ?, false), set_config('comity.roles', ?, false)")) {
            set.setString(1, state);
            set.setString(2, person);
            set.setString(3, String.join(",", roles));
            set.execute();
        }
    }
}
