package org.comity.bench;

import java.util.Map;

/** The parts of a small workbook (ECMA-376), and what makes one of them a bomb. */
final class WorkbookParts {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** A workbook of one sheet. */
    static final Map<String, String> OF_ONE_SHEET = Map.of(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml"
              ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            </Types>""",
            "_rels/.rels",
            "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                    + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            "xl/workbook.xml",
            "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                    + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                    + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + OFFICE
                    + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
            "xl/sharedStrings.xml",
            "<sst xmlns=\"" + MAIN + "\"><si><t>reference</t></si></sst>",
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"" + MAIN
                    + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>");

    private WorkbookParts() {}

    static String head(String part) {
        return switch (part) {
            case "xl/worksheets/sheet1.xml" -> "<worksheet xmlns=\"" + MAIN + "\"><sheetData>";
            case "xl/sharedStrings.xml" -> "<sst xmlns=\"" + MAIN + "\">";
            default -> "";
        };
    }

    static String filler(String part) {
        return switch (part) {
            case "xl/worksheets/sheet1.xml" -> "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>";
            case "xl/sharedStrings.xml" -> "<si><t>abcdefgh</t></si>";
            default -> "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
        };
    }

    static String tail(String part) {
        return switch (part) {
            case "xl/worksheets/sheet1.xml" -> "</sheetData></worksheet>";
            case "xl/sharedStrings.xml" -> "</sst>";
            default -> "";
        };
    }
}
