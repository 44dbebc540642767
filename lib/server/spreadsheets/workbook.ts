/** A workbook of one sheet, as spreadsheet programs open it (.xlsx): a ZIP of a few XML files. */
import { strToU8, zipSync } from "fflate";

import type { Cell } from "@/lib/domain/spreadsheets/cell";
import { escapeXml, sheetXml } from "@/lib/domain/spreadsheets/sheet-xml";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Files carry no time, so that the same grades are the same bytes. */
const NO_TIME = new Date("1980-01-01T12:00:00Z");

export function workbook(name: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/></Types>`,
    "_rels/.rels": relations(`${OFFICE}/officeDocument`, "xl/workbook.xml"),
    "xl/workbook.xml": `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(`${OFFICE}/worksheet`, "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": sheetXml(rows),
  };
  const packed = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  return zipSync(Object.fromEntries(packed) as Record<string, Uint8Array>, { mtime: NO_TIME });
}

const relations = (type: string, target: string): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`;

const LONGEST_NAME = 31;

/** Excel refuses others. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[\\/?*[\]:']/g, " ")
    .slice(0, LONGEST_NAME)
    .trim() || "Sheet";
