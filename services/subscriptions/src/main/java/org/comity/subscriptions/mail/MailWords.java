package org.comity.subscriptions.mail;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a mail says, in the reader's language: that something waits, and where. */
@Singleton
class MailWords {

    private final String portal;

    MailWords(@ConfigProperty(name = "comity.portal.url") String portal) {
        this.portal = portal;
    }

    String subject(String language, Mails.About about) {
        return words(language).getString(about.name() + ".subject");
    }

    String text(String language, Mails.About about) {
        String where =
                switch (about) {
                    case NEWS -> "/inbox?unread=true";
                    case WEBHOOK_FAILS -> "/webhooks";
                };
        return MessageFormat.format(words(language).getString(about.name() + ".text"), portal + where);
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "mail.words",
                Locale.forLanguageTag(language.toLowerCase(Locale.ROOT)),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
