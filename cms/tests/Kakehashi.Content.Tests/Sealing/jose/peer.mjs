// Seals or opens one envelope with the npm package jose. Input: one JSON object on standard input; output: text.
import { text } from 'node:stream/consumers';
import { CompactEncrypt, compactDecrypt, importJWK, calculateJwkThumbprint } from 'jose';

const { task, jwk, content, envelope } = JSON.parse(await text(process.stdin));
const key = await importJWK(jwk, 'ECDH-ES');
if (task === 'seal') {
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', kid: await calculateJwkThumbprint(jwk) };
  process.stdout.write(await new CompactEncrypt(new TextEncoder().encode(content)).setProtectedHeader(header).encrypt(key));
} else {
  const { plaintext } = await compactDecrypt(envelope, key, { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'] });
  process.stdout.write(plaintext);
}
