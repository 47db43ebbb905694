/** The phone in the hand: dial pad, the four cards of an emergency call (procedures 1.3), the duty number from memory. */
import type { HallSettings } from '../../../drill/types.ts';
import { CARDS } from '../../../sim/facts.ts';
import type { Thing } from '../../../sim/things.ts';
import type { EmergencyCall } from '../../../sim/world.ts';
import { t } from '../../../text/text.ts';
import { type Block, type Key, type PanelSpec, TITLE_dmm } from '../spec.ts';

/** Longest number a pad takes: a landline with area code and some. */
export const MOST_DIGITS = 14;

/** Which face the phone shows. */
export type PhoneFace = 'dial' | 'talk' | 'duty' | 'duty-answer';

/** @returns the digits after a key of the pad. */
export function afterKey(digits: string, id: string): string {
  if (id === 'erase') return digits.slice(0, -1);
  const digit = /^digit:(\d)$/.exec(id)?.[1];
  return digit && digits.length < MOST_DIGITS ? digits + digit : digits;
}

/** The duty number: not asked yet, asked, dialled or owned up to, and done with. */
export type DutyStep = 'not-yet' | 'asked' | 'dialled' | 'closed';

/** @returns what the phone asks for now; the duty number once the fire service knows all it needs. */
export function phoneFace(call: EmergencyCall, duty: DutyStep): PhoneFace {
  if (duty === 'asked') return 'duty';
  if (duty === 'dialled') return 'duty-answer';
  return call.line !== null && !call.ended ? 'talk' : 'dial';
}

function pad(digits: string): Block[] {
  const keys: Key[] = [];
  for (const digit of '123456789') keys.push({ id: `digit:${digit}`, label: digit });
  keys.push({ id: 'erase', label: t('stage:phone.erase'), disabled: digits === '', tone: 'quiet' });
  keys.push({ id: 'digit:0', label: '0' });
  keys.push({ id: 'dial', label: t('stage:phone.dial'), tone: 'go', disabled: digits === '' });
  const shown = digits === '' ? t('stage:phone.enter') : digits.replace(/(.{4})(?=.)/g, '$1 ');
  const size_dmm = digits === '' ? 24 : 44;
  return [
    {
      is: 'text',
      text: shown,
      size_dmm,
      bold: digits !== '',
      tone: digits === '' ? 'quiet' : 'strong',
      align: 'center',
    },
    { is: 'keys', columns: 3, keys, size_dmm: 32, min_dmm: 68 },
  ];
}

function title(text: string): Block {
  return { is: 'text', text, size_dmm: TITLE_dmm, bold: true, align: 'center' };
}

const close = (): Block => ({
  is: 'keys',
  columns: 1,
  keys: [{ id: 'close', label: t('stage:phone.close'), tone: 'quiet' }],
});

/** What each card says: the variant's own words (floor, room, what burns), else the hall's address and the usual ones. */
function cardDetail(card: string, hall: HallSettings, things: Record<string, Thing>, own: CallWords): string {
  const words = own(`call.${card}`);
  if (words !== null) return words;
  if (card === 'where') return hall.address;
  if (card === 'who') return t('stage:phone.who-safe');
  if (card === 'callback') return t('stage:phone.callback-own');
  const burning = ['wok', 'basket', 'carton'].find((id) => id in things) ?? 'other';
  return t(`stage:phone.what-${burning}`);
}

/** @returns the variant's words of a key, null where it has none. */
export type CallWords = (key: string) => string | null;

function talk(call: EmergencyCall, hall: HallSettings, things: Record<string, Thing>, own: CallWords): Block[] {
  const number = call.number ?? '';
  if (call.line !== 'fire')
    return [
      title(t('stage:phone.connected')),
      { is: 'text', text: t('stage:phone.other-line'), align: 'center' },
      { is: 'keys', columns: 1, keys: [{ id: 'hang-up', label: t('stage:phone.hang-up'), tone: 'stop' }] },
    ];
  const all = CARDS.every((card) => call.told.includes(card));
  const keys: Key[] = CARDS.map((card) => {
    const told = call.told.includes(card);
    const label = t(`stage:phone.${card}`);
    return {
      id: `tell:${card}`,
      label: told ? `✓ ${label}` : label,
      detail: cardDetail(card, hall, things, own),
      tone: told ? 'chosen' : 'plain',
      disabled: told,
    };
  });
  const hang: Key = {
    id: 'hang-up',
    label: t(all ? 'stage:phone.hang-up' : 'stage:phone.hang-up-early'),
    tone: all ? 'go' : 'stop',
  };
  return [
    title(t('stage:phone.calling', { number })),
    {
      is: 'text',
      text: t(all ? 'stage:phone.wait' : 'stage:phone.tell'),
      tone: all ? 'good' : 'plain',
      align: 'center',
    },
    { is: 'keys', columns: 2, keys },
    { is: 'keys', columns: 1, keys: [hang] },
  ];
}

/** The phone's panel in its present face. */
export function phoneSpec(
  face: PhoneFace,
  digits: string,
  call: EmergencyCall,
  hall: HallSettings,
  things: Record<string, Thing>,
  own: CallWords = () => null,
): PanelSpec {
  const frame = { name: t('stage:phone.name'), width_dmm: 580 };
  if (face === 'talk') return { ...frame, width_dmm: 660, blocks: talk(call, hall, things, own) };
  if (face === 'duty-answer')
    return {
      ...frame,
      blocks: [
        title(t('stage:phone.duty-title')),
        { is: 'text', text: t('stage:phone.duty-answer', { number: hall.dutyPhone }), size_dmm: 32, align: 'center' },
        { is: 'keys', columns: 1, keys: [{ id: 'close', label: t('stage:phone.understood'), tone: 'go' }] },
      ],
    };
  if (face === 'duty')
    return {
      ...frame,
      blocks: [
        title(t('stage:phone.duty-title')),
        { is: 'text', text: t('stage:phone.duty-text'), align: 'center' },
        ...pad(digits),
        { is: 'keys', columns: 1, keys: [{ id: 'duty-unknown', label: t('stage:phone.duty-unknown'), tone: 'quiet' }] },
      ],
    };
  return { ...frame, blocks: [title(t('stage:phone.title')), ...pad(digits), close()] };
}
