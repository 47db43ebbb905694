/** What the terminal says when the hall is open: where to go, a code to scan, and the first sign-in. */
import qrcode from 'qrcode';
import { lanAddresses } from './tls.ts';
import { terminalLanguage, words } from './words.ts';

export interface Opened {
  port: number;
  httpsPort: number;
  folder: string;
  /** one-time code of the first sign-in, null when the hall has a manager */
  code: string | null;
}

/** Both languages, the computer's own first: the line with the code must be understood by whoever reads it. */
export async function banner({ port, httpsPort, folder, code }: Opened): Promise<string> {
  const own = terminalLanguage();
  const { terminal } = words(own);
  const other = words(own === 'en' ? 'zh-CN' : 'en').terminal;
  const here = `http://localhost:${port}`;
  const network = lanAddresses().map((address) => `https://${address}:${httpsPort}`);
  const first = network[0];
  const lines = [
    '',
    `${terminal.ready} ${other.ready}`,
    `  ${terminal.here} ${here}`,
    ...network.map((address) => `  ${terminal.lan} ${address}`),
  ];
  if (first)
    lines.push(
      `  ${terminal.ca} ${first}/ca`,
      await qrcode.toString(first, {
        type: process.stdout.isTTY ? 'terminal' : 'utf8',
        small: true,
        errorCorrectionLevel: 'M',
      }),
    );
  lines.push(`  ${terminal.data} ${folder}`);
  if (code)
    for (const sentence of [terminal.setup, other.setup])
      lines.push(`  ${sentence.replace('{address}', `${here}/desk/setup`).replace('{code}', code)}`);
  lines.push(terminal.stop);
  return lines.join('\n');
}
