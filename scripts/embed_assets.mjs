// Turns a folder of files into a C++ file that holds each of them, plain and compressed, and a table of them.
// Usage: embed_assets.mjs FOLDER OUTPUT_FOLDER FUNCTION, where FUNCTION is what the table is called in C++.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder, output, functionName] = process.argv.slice(2);
if (!functionName) {
  console.error('usage: embed_assets.mjs FOLDER OUTPUT_FOLDER FUNCTION');
  process.exit(2);
}

const codings = {
  brotli: (content) =>
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gzip: (content) => gzipSync(content, { level: 9 }),
};

function listFiles(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(join(directory, entry.name)) : [join(directory, entry.name)],
  );
}

// Blobs are named by content: a second build compresses only what changed.
function storeBlob(name, make) {
  const path = join(output, name);
  if (!existsSync(path)) writeFileSync(path, make());
  return path;
}

function embed(file) {
  const content = readFileSync(file);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const asset = { path: '/' + relative(folder, file).split(sep).join('/'), hash, blobs: {} };
  asset.blobs.identity = storeBlob(`${hash}.identity`, () => content);
  for (const [coding, compress] of Object.entries(codings)) {
    const path = storeBlob(`${hash}.${coding}`, () => compress(content));
    if (readFileSync(path).length < content.length) asset.blobs[coding] = path;
  }
  return asset;
}

// The assembler takes a file of any size in no time, where a compiler would chew on a million numbers.
function assembly(assets) {
  const lines = ['.pushsection .rodata'];
  assets.forEach((asset, index) => {
    for (const [coding, path] of Object.entries(asset.blobs)) {
      const symbol = `${functionName}_${index}_${coding}`;
      lines.push(`${symbol}:`, `.incbin ${JSON.stringify(path)}`, `${symbol}_end:`);
    }
  });
  return [...lines, '.popsection'].map((line) => `    ${JSON.stringify(line + '\n')}`);
}

function table(assets) {
  const declarations = [];
  const rows = assets.map((asset, index) => {
    const view = (coding) => {
      if (!asset.blobs[coding]) return '{}';
      const symbol = `${functionName}_${index}_${coding}`;
      declarations.push(`extern "C" const char ${symbol}[], ${symbol}_end[];`);
      return `{${symbol}, ${symbol}_end}`;
    };
    const views = ['identity', 'brotli', 'gzip'].map(view).join(', ');
    return `        {${JSON.stringify(asset.path)}, ${JSON.stringify(asset.hash)}, ${views}},`;
  });
  return [
    '#include <vector>',
    '',
    '#include "net/assets.hpp"',
    '',
    'asm(',
    ...assembly(assets),
    ');',
    '',
    ...declarations,
    '',
    'namespace parley::net {',
    '',
    `std::span<const EmbeddedAsset> ${functionName}() {`,
    '    static const std::vector<EmbeddedAsset> assets{',
    ...rows,
    '    };',
    '    return assets;',
    '}',
    '',
    '}  // namespace parley::net',
    '',
  ].join('\n');
}

mkdirSync(output, { recursive: true });
const assets = (existsSync(folder) ? listFiles(folder) : []).sort().map(embed);
writeFileSync(join(output, `${functionName}.cpp`), table(assets));
