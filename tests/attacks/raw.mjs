// Bytes on a socket, and files made to harm.
import { connect } from "node:net";
import { deflateRawSync, deflateSync } from "node:zlib";

/** Sends these pieces, waiting `pause` ms after each; gives all that came back until the server closed or `patience` ms went by. */
export function speak(port, pieces, { pause = 0, patience = 3000 } = {}) {
  return new Promise((resolve) => {
    const chunks = [];
    const socket = connect(port, "127.0.0.1");
    const end = (why) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text: Buffer.concat(chunks).toString("latin1"), why });
    };
    const timer = setTimeout(() => end("patience"), patience);
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", (error) => end(error.code));
    socket.on("close", () => end("closed"));
    socket.on("connect", async () => {
      for (const piece of [pieces].flat()) {
        if (socket.destroyed) return;
        socket.write(piece);
        if (pause) await new Promise((next) => setTimeout(next, pause));
      }
    });
  });
}

export function statusOf(answer) {
  return Number(/^HTTP\/1\.[01] (\d+)/.exec(answer.text)?.[1] ?? 0);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** Node has it in zlib since 20.15 only. */
function crc32(bytes) {
  let crc = ~0;
  for (let i = 0; i < bytes.length; ++i) crc = crcTable[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

const packedOnce = new WeakMap(); // large ones stand in several files

function packed(bytes) {
  if (!packedOnce.has(bytes)) packedOnce.set(bytes, { packed: deflateRawSync(bytes, { level: 9 }), crc: crc32(bytes) });
  return packedOnce.get(bytes);
}

/** A ZIP file of these entries: {name: bytes}. `sizes` tells lies about what they unpack to. */
export function zip(entries, sizes = {}) {
  const parts = [], directory = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(entries)) {
    const { packed: squeezed, crc } = packed(bytes);
    const said = sizes[name] ?? bytes.length;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc, 14);
    head.writeUInt32LE(squeezed.length, 18);
    head.writeUInt32LE(said, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(squeezed.length, 20);
    entry.writeUInt32LE(said, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), squeezed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + squeezed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, index, end]);
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const rels = `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="TARGET"/></Relationships>`;

/** A DOCX whose text is this XML. */
export function docx(body, sizes) {
  return zip(
    {
      "[Content_Types].xml": Buffer.from(`${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
      "_rels/.rels": Buffer.from(rels.replace("TARGET", "word/document.xml")),
      "word/document.xml": Buffer.isBuffer(body) ? body : Buffer.from(body),
    },
    sizes,
  );
}

/** An XLSX whose first sheet is this XML. */
export function xlsx(sheet, sizes) {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return zip(
    {
      "[Content_Types].xml": Buffer.from(`${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`),
      "_rels/.rels": Buffer.from(rels.replace("TARGET", "xl/workbook.xml")),
      "xl/workbook.xml": Buffer.from(`${xml}<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="persons" sheetId="1" r:id="r1"/></sheets></workbook>`),
      "xl/_rels/workbook.xml.rels": Buffer.from(`${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
      "xl/worksheets/sheet1.xml": Buffer.isBuffer(sheet) ? sheet : Buffer.from(sheet),
    },
    sizes,
  );
}

/** XML that names an entity of entities of entities. */
export function laughs(inside) {
  let doctype = '<!DOCTYPE w [<!ENTITY a0 "ha ha ha ha ha ha ha ha ha ha">';
  for (let i = 1; i <= 9; ++i) doctype += `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`;
  return `${xml}${doctype}]>${inside("&a9;")}`;
}

/** XML that names a file of the machine. */
export function reader(inside) {
  return `${xml}<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>${inside("&f;")}`;
}

/** A PDF one page of which is a stream that unpacks to `size` bytes. */
export function pdfBomb(size) {
  const packed = deflateSync(Buffer.alloc(size, "BT (a) Tj ET "), { level: 9 });
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
  ];
  const parts = [Buffer.from("%PDF-1.4\n")];
  objects.forEach((object, i) => parts.push(Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`)));
  parts.push(Buffer.from(`4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from("\nendstream\nendobj\ntrailer << /Root 1 0 R /Size 5 >>\n%%EOF"));
  return Buffer.concat(parts);
}
