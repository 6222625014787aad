package org.comity.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A request that is made to take all memory or all time of a service.
 *
 * @param name what it is
 * @param part which service gets it
 * @param head its first line and headers, without the token
 */
record HostileRequest(String name, String part, String head, byte[] body) {

    private static final int MEGABYTE = 1 << 20;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final String BOUNDARY = "a-boundary-that-no-row-has";
    private static final String SETTINGS = """
            {"kind":"REFUSAL","decisionDate":"2026-03-31","basis":"LISTED","countryMeans":"PARTY","criterion":"COC_HR",
             "controlList":"EU_ANNEX_I","releasability":{"mode":"LIST","states":["FR"]}}""";
    private static final String JSON = "Content-Type: application/json\r\n";

    /** All kinds. */
    static List<HostileRequest> all(String portal) throws IOException {
        return List.of(
                file("a workbook whose sheet unpacks to 60 MB", "a.xlsx", workbook("xl/worksheets/sheet1.xml", 60)),
                file("a workbook with a picture of 60 MB", "a.xlsx", workbook("xl/media/image1.png", 60)),
                file("a workbook whose texts unpack to 60 MB", "a.xlsx", workbook("xl/sharedStrings.xml", 60)),
                file("a workbook of 30,000 parts", "a.xlsx", parts(30_000)),
                file(
                        "a CSV of four million columns",
                        "a.csv",
                        "a,".repeat(7 * MEGABYTE / 2).getBytes(StandardCharsets.US_ASCII)),
                file(
                        "a CSV of one cell of 7 MB",
                        "a.csv",
                        ("\"" + "a".repeat(7 * MEGABYTE)).getBytes(StandardCharsets.US_ASCII)),
                file(
                        "a CSV of 3 million empty rows",
                        "a.csv",
                        "\n".repeat(3 * MEGABYTE).getBytes(StandardCharsets.US_ASCII)),
                file("a CSV whose 10,000 rows are all wrong", "a.csv", wrongRows()),
                post("a JSON list of 8 MB", "[1" + ",1".repeat(4 * MEGABYTE - 2) + "]"),
                post("JSON nested 200 KB deep", "{\"a\":" + "[".repeat(200_000)),
                post("JSON of 250 KB in one text", "{\"statedEndUse\":\"" + "<".repeat(250_000) + "\"}"),
                chunked("a body of 60 MB that announces no length"),
                form("a form of 30 MB to the portal, from elsewhere", "https://elsewhere.example", 30),
                form("a form of 30 MB to the portal, without a session", portal, 30),
                form("a form of 200 KB to the portal, without a session", portal, 0));
    }

    private static HostileRequest file(String name, String fileName, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"settings\"", SETTINGS.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"" + fileName + "\"", file);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return new HostileRequest(
                name,
                "denials",
                "POST /denials/v1/imports HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                        + "\r\nContent-Length: " + body.size() + "\r\n",
                body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, name)
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static HostileRequest post(String name, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new HostileRequest(
                name,
                "denials",
                "POST /denials/v1/denials HTTP/1.1\r\n" + JSON + "Content-Length: " + body.length + "\r\n",
                body);
    }

    private static HostileRequest chunked(String name) {
        byte[] chunk = ("100000\r\n" + " ".repeat(MEGABYTE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < 60; i++) {
            body.writeBytes(chunk);
        }
        return new HostileRequest(
                name,
                "denials",
                "POST /denials/v1/denials HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n",
                body.toByteArray());
    }

    private static HostileRequest form(String name, String origin, int megabytes) {
        byte[] body = ("a=" + "%3C".repeat(megabytes == 0 ? 70_000 : megabytes * MEGABYTE / 3))
                .getBytes(StandardCharsets.US_ASCII);
        return new HostileRequest(
                name,
                "portal",
                "POST /denials/new/decision HTTP/1.1\r\nOrigin: " + origin
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length
                        + "\r\n",
                body);
    }

    private static byte[] wrongRows() {
        StringBuilder rows = new StringBuilder(
                "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,item_description,end_use,"
                        + "reason_for_refusal,entity_type\n");
        for (int row = 0; row < 10_000; row++) {
            rows.append("=1,=1,=1,=1,=1,=1,=1,=1,=1,=1,=1\n");
        }
        return rows.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A workbook that is whole but for this part, which unpacks to so many megabytes. */
    private static byte[] workbook(String bomb, int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : WorkbookParts.OF_ONE_SHEET.entrySet()) {
                if (!part.getKey().equals(bomb)) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            zip.putNextEntry(new ZipEntry(bomb));
            zip.write(WorkbookParts.head(bomb).getBytes(StandardCharsets.UTF_8));
            byte[] filler = WorkbookParts.filler(bomb).repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written < (long) megabytes * MEGABYTE; written += filler.length) {
                zip.write(filler);
            }
            zip.write(WorkbookParts.tail(bomb).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] parts(int many) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < many; i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
            }
        }
        return out.toByteArray();
    }

    /** Sends it; the status of the answer, 0 where none came. */
    int send(String url, String token) throws IOException {
        URI address = URI.create(url);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write((head + "Host: " + address.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(body);
            } catch (IOException e) {
                // refused while it was sent: the answer is there to read
            }
            return status(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static int status(InputStream in) {
        try {
            String line = new String(in.readNBytes("HTTP/1.1 000".length()), StandardCharsets.US_ASCII);
            return line.length() < 12 ? 0 : Integer.parseInt(line.substring(9));
        } catch (IOException e) {
            return 0;
        }
    }
}
