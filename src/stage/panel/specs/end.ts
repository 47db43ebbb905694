/** The result in the headset, page by page: the verdict, what went wrong first, what would have been right, all marks. */
import type { Drill, DrillView, HallSettings } from '../../../drill/types.ts';
import { t } from '../../../text/text.ts';
import { type DebriefMark, debriefOf } from '../../debrief/debrief.ts';
import { type Block, type Key, type PanelSpec, type Row, TITLE_dmm } from '../spec.ts';

/** Rows on one page, so that a page never grows past what a glance can hold. [D] */
const ROWS = 4;

/**
 * @param canTry whether a practice run may begin from a moment: then each page of mistakes has the key for its first
 * @param hosted staff lead the way on: there is no key to leave or repeat
 */
export function endPages(
  drill: Drill,
  hall: HallSettings,
  view: DrillView,
  canTry = false,
  hosted = false,
): PanelSpec[] {
  if (!view.ended) return [];
  const debrief = debriefOf(drill, hall, view);
  const bodies: Block[][] = [verdict(debrief)];
  const wrong = [...debrief.critical, ...debrief.errors, ...debrief.missed];
  for (let first = 0; first < wrong.length; first += ROWS - 1)
    bodies.push(mistakes(wrong.slice(first, first + ROWS - 1), canTry));
  for (let first = 0; first < debrief.earned.length; first += ROWS + 1)
    bodies.push([
      heading(t('stage:end.earned')),
      { is: 'rows', rows: debrief.earned.slice(first, first + ROWS + 1).map(shortRow) },
    ]);
  return bodies.map((body, page) => ({
    name: t('stage:end.name'),
    width_dmm: 680,
    blocks: [...body, { is: 'gap', dmm: 6 }, ...turning(page, bodies.length), hosted ? handing() : leaving()],
  }));
}

function mistakes(marks: DebriefMark[], canTry: boolean): Block[] {
  const body: Block[] = [heading(t('stage:end.right')), { is: 'rows', rows: marks.map(rowOf) }];
  const timed = marks.find((mark) => mark.at_s !== null);
  if (canTry && timed) {
    const key: Key = { id: `from:${timed.at_s}`, label: t('stage:end.from-here'), detail: timed.title };
    body.push({ is: 'keys', columns: 1, keys: [key] });
  }
  return body;
}

function heading(text: string): Block {
  return { is: 'text', text, size_dmm: TITLE_dmm, bold: true, align: 'center' };
}

function verdict(debrief: ReturnType<typeof debriefOf>): Block[] {
  const blocks: Block[] = [heading(debrief.verdict)];
  if (debrief.score !== null)
    blocks.push({
      is: 'text',
      text: t('stage:end.score', { score: debrief.score }),
      size_dmm: 54,
      bold: true,
      tone: debrief.passed ? 'good' : 'warn',
      align: 'center',
    });
  else blocks.push({ is: 'text', text: t('stage:end.no-score'), tone: 'quiet', align: 'center' });
  if (debrief.ending) blocks.push({ is: 'text', text: debrief.ending, align: 'center' });
  for (const one of debrief.critical)
    blocks.push({
      is: 'text',
      text: `× ${t('stage:end.critical')} ${one.rule} ${one.title}`,
      tone: 'bad',
      bold: true,
      align: 'center',
    });
  if (debrief.critical.length > 0 && debrief.score !== null)
    blocks.push({ is: 'text', text: t('stage:end.critical-cap'), size_dmm: 22, tone: 'bad', align: 'center' });
  if (debrief.second)
    blocks.push({
      is: 'text',
      text: `${t('stage:end.second')} ${debrief.second}`,
      size_dmm: 24,
      tone: 'quiet',
      align: 'center',
    });
  return blocks;
}

function worth(mark: DebriefMark): string {
  if (mark.kind === 'critical') return '×';
  return mark.kind === 'error' ? String(mark.points) : t('stage:of', { points: mark.points, max: mark.max });
}

function rowOf(mark: DebriefMark): Row {
  return {
    left: `× ${mark.title}`,
    right: worth(mark),
    below: mark.reason,
    tone: mark.kind === 'missed' ? 'warn' : 'bad',
  };
}

function shortRow(mark: DebriefMark): Row {
  return { left: `✓ ${mark.title}`, right: worth(mark), tone: 'good' };
}

function turning(page: number, pages: number): Block[] {
  if (pages < 2) return [];
  const keys: Key[] = [
    { id: `page:${page - 1}`, label: t('stage:end.back'), disabled: page === 0 },
    { id: `page:${page + 1}`, label: t('stage:end.next'), disabled: page === pages - 1 },
  ];
  return [
    { is: 'text', text: t('stage:end.page', { page: page + 1, pages }), size_dmm: 21, tone: 'quiet', align: 'center' },
    { is: 'keys', columns: 2, keys },
  ];
}

function handing(): Block {
  return { is: 'text', text: t('stage:end.hosted'), bold: true, align: 'center' };
}

function leaving(): Block {
  const keys: Key[] = [
    { id: 'again', label: t('stage:end.again'), tone: 'go' },
    { id: 'home', label: t('stage:end.home') },
  ];
  return { is: 'keys', columns: 2, keys };
}
