package org.comity.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Writes all organizations of a person into the claim {@code organization}, whatever scope was asked for and whichever
 * organization was selected while signing in: {@code {"nl": {"state": ["NL"], "id": "…"}}}. Keycloak's own mapper writes
 * the one that was asked for or selected, so that an account of two would choose its state.
 *
 * <p>An organization that is disabled gives no state: where it is the person's only one, there is no claim. Beside another
 * one it stays in the claim, so that an account of two is refused, whichever of them is enabled.
 *
 * <p>Rules.
 */
public final class AllOrganizations extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    private static final String CLAIM = "organization";

    private static final List<ProviderConfigProperty> OPTIONS = options();

    private static List<ProviderConfigProperty> options() {
        List<ProviderConfigProperty> options = new java.util.ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(options, AllOrganizations.class);
        return List.copyOf(options);
    }

    @Override
    public String getId() {
        return "comity-all-organizations";
    }

    @Override
    public String getDisplayType() {
        return "All organizations of the person";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Every organization that the person is a member of, with its attributes and id, whatever scope was asked for; nothing where the only one is disabled.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return OPTIONS;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel login,
            KeycloakSession session,
            ClientSessionContext client) {
        List<OrganizationModel> all = session.getProvider(OrganizationProvider.class)
                .getByMember(login.getUser())
                .toList();
        if (all.isEmpty() || all.size() == 1 && !all.getFirst().isEnabled()) {
            return;
        }
        Map<String, Map<String, Object>> byAlias = new TreeMap<>();
        all.forEach(one -> byAlias.put(one.getAlias(), said(one)));
        token.getOtherClaims().put(CLAIM, byAlias);
    }

    private static Map<String, Object> said(OrganizationModel one) {
        Map<String, Object> said = new HashMap<>(one.getAttributes());
        said.put("id", one.getId());
        return said;
    }
}
