// Answers every request with the version that was baked.
const { readFileSync } = require('node:fs');
const { createServer } = require('node:http');

const version = readFileSync(`${__dirname}/VERSION`, 'utf8').trim();
const body = `${JSON.stringify({ status: 'ok', version })}\n`;

createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(body);
}).listen(Number(process.env.PORT));
