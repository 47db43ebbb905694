/** What keeps people from using a page, as axe-core judges it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Visit } from './visit.ts';

/** Says what a judge of accessible pages finds, in one line each. */
export async function barriers(one: Visit): Promise<string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // not by a script element: the page's own content policy stays as it is
  await one.page.evaluate(axe);
  return one.page.evaluate(async () => {
    const judge = (window as unknown as { axe: { run(): Promise<{ violations: Found[] }> } }).axe;
    interface Found {
      id: string;
      impact: string;
      nodes: { html: string }[];
    }
    // a colour half-way through a fade is nobody's contrast; a spinner never ends and is not waited for
    const fades = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(fades.map((one) => one.finished));
    const { violations } = await judge.run();
    return violations.map(
      (one) => `${one.id} (${one.impact}): ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
  });
}
