/** Sends a file as its bytes and tells how far it is: the one thing fetch cannot say. */
import { AskError, answerOf } from '../../post/ask.ts';
import type { Read, Shape } from '../../wire/problem.ts';

/** @throws AskError, and nothing else */
export function upload<Of extends Shape>(
  path: string,
  shape: Of,
  file: Blob,
  onSent: (sent_frac: number) => void,
): Promise<Read<Of>> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const empty = request.status === 204;
      answerOf(new Response(empty ? null : request.responseText, { status: request.status }), shape).then(done, fail);
    };
    request.onerror = () => fail(new AskError('no-answer'));
    request.onabort = request.onerror;
    request.send(file);
  });
}
