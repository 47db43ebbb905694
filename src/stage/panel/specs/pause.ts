/** The pause panel with its reason, and the settings behind it. */
import { currentLocale, t } from '../../../text/text.ts';
import type { Hosted, PauseReason } from '../../contract.ts';
import type { Settings } from '../../input/settings.ts';
import type { Preferences } from '../preferences.ts';
import { type Block, type Key, type PanelSpec, TITLE_dmm } from '../spec.ts';

/** Reasons a press ends; the others end with their cause. */
const BY_HAND: ReadonlySet<PauseReason> = new Set(['ready', 'menu', 'session-ended', 'page-hidden', 'swap']);

/** @param hosted set in a run that staff lead: there the visitor has one key, the next thing to do */
export function pauseSpec(reason: PauseReason, hosted?: Hosted): PanelSpec {
  const words = hosted && HOSTED.has(reason) ? `hosted.${reason}` : reason;
  const number = hosted?.next ?? '';
  const blocks: Block[] = [
    { is: 'text', text: t(`stage:pause.${words}.title`, { number }), size_dmm: TITLE_dmm, bold: true, align: 'center' },
    { is: 'text', text: t(`stage:pause.${words}.text`, { number }), align: 'center' },
  ];
  if (hosted) {
    const label = reason === 'ready' || reason === 'swap' ? 'start' : 'resume';
    // out of the headset the way back is into it: the page has that key
    if (BY_HAND.has(reason) && reason !== 'session-ended')
      blocks.push(
        { is: 'gap', dmm: 12 },
        {
          is: 'keys',
          columns: 1,
          size_dmm: 44,
          keys: [{ id: 'resume', label: t(`stage:pause.${label}`), tone: 'go' }],
        },
      );
  } else if (BY_HAND.has(reason)) {
    const go: Key = {
      id: 'resume',
      label: t(reason === 'ready' ? 'stage:pause.start' : 'stage:pause.resume'),
      tone: 'go',
    };
    const keys: Key[] = [go, { id: 'settings', label: t('stage:pause.settings') }];
    if (reason === 'menu') keys.push({ id: 'again', label: t('stage:pause.again') });
    if (reason !== 'ready') keys.push({ id: 'home', label: t('stage:pause.home'), tone: 'quiet' });
    blocks.push({ is: 'gap', dmm: 8 }, { is: 'keys', columns: 1, keys });
  }
  return { name: t('stage:pause.name'), width_dmm: 560, blocks };
}

/** Reasons whose words name the staff where there are any. */
const HOSTED: ReadonlySet<PauseReason> = new Set(['ready', 'session-ended', 'hidden']);

/** One line of choices: its title and its keys, the chosen one marked. */
function choice(title: string, columns: number, keys: [id: string, label: string, chosen: boolean][]): Block[] {
  return [
    { is: 'text', text: title, size_dmm: 22, tone: 'quiet' },
    {
      is: 'keys',
      columns,
      size_dmm: 24,
      keys: keys.map(([id, label, chosen]) => ({
        id,
        label: chosen ? `✓ ${label}` : label,
        tone: chosen ? 'chosen' : 'plain',
      })),
    },
  ];
}

/** All choices of a visitor; two pages, because no key may be small. */
export function settingsSpec(settings: Settings, own: Preferences, xr: boolean, page: 0 | 1): PanelSpec {
  const zh = currentLocale() === 'zh-CN';
  const moving: Block[] = [
    ...choice(t('stage:settings.posture'), 2, [
      ['seated:0', t('stage:settings.standing'), !settings.seated],
      ['seated:1', t('stage:settings.seated'), settings.seated],
    ]),
    ...choice(t('stage:settings.moving'), 2, [
      ['walk:1', t('stage:settings.smooth'), settings.smoothWalk],
      ['walk:0', t('stage:settings.teleport'), !settings.smoothWalk],
    ]),
    ...choice(t('stage:settings.turning'), 2, [
      ['snap:30', t('stage:settings.turn', { deg: 30 }), settings.snap_deg === 30],
      ['snap:45', t('stage:settings.turn', { deg: 45 }), settings.snap_deg === 45],
    ]),
    ...choice(t('stage:settings.vignette'), 2, [
      ['vignette:1', t('stage:settings.on'), settings.vignette],
      ['vignette:0', t('stage:settings.off'), !settings.vignette],
    ]),
    { is: 'keys', columns: 1, keys: [{ id: 'comfort', label: t('stage:settings.comfort') }] },
  ];
  const words: Block[] = [
    ...choice(t('stage:settings.language'), 2, [
      ['locale:zh-CN', t('stage:settings.chinese'), zh],
      ['locale:en', t('stage:settings.english'), !zh],
    ]),
    ...choice(t('stage:settings.hand'), 2, [
      ['hand:left', t('stage:settings.left'), settings.hand === 'left'],
      ['hand:right', t('stage:settings.right'), settings.hand === 'right'],
    ]),
    ...choice(t('stage:settings.captions'), 4, [
      ['captions:off', t('stage:settings.caption-off'), own.captions === 'off'],
      ['captions:small', t('stage:settings.caption-small'), own.captions === 'small'],
      ['captions:medium', t('stage:settings.caption-medium'), own.captions === 'medium'],
      ['captions:large', t('stage:settings.caption-large'), own.captions === 'large'],
    ]),
    ...choice(t('stage:settings.sound'), 4, [
      ['volume:0', t('stage:settings.mute'), own.volume_frac === 0],
      ['volume:0.35', t('stage:settings.quiet'), own.volume_frac === 0.35],
      ['volume:0.8', t('stage:settings.normal'), own.volume_frac === 0.8],
      ['mono', t('stage:settings.mono'), own.mono],
    ]),
  ];
  const turn: Key[] = xr
    ? [{ id: `page:${1 - page}`, label: t(page === 0 ? 'stage:end.next' : 'stage:end.back') }]
    : [];
  return {
    name: t('stage:settings.name'),
    width_dmm: 620,
    blocks: [
      { is: 'text', text: t('stage:settings.name'), size_dmm: TITLE_dmm, bold: true, align: 'center' },
      ...(page === 0 ? words : moving),
      { is: 'gap', dmm: 8 },
      { is: 'keys', columns: xr ? 2 : 1, keys: [...turn, { id: 'back', label: t('stage:settings.back'), tone: 'go' }] },
    ],
  };
}

/** Headset pages of the settings that a desktop visitor has no use for are left out there. */
export function nextSettings(
  settings: Settings,
  own: Preferences,
  id: string,
): { settings: Settings; own: Preferences } {
  const [name, value] = id.split(':');
  if (id === 'comfort') return { own, settings: { ...settings, smoothWalk: false, vignette: true, snap_deg: 30 } };
  if (name === 'seated') return { own, settings: { ...settings, seated: value === '1' } };
  if (name === 'hand') return { own, settings: { ...settings, hand: value === 'left' ? 'left' : 'right' } };
  if (name === 'walk') return { own, settings: { ...settings, smoothWalk: value === '1' } };
  if (name === 'snap') return { own, settings: { ...settings, snap_deg: value === '30' ? 30 : 45 } };
  if (name === 'vignette') return { own, settings: { ...settings, vignette: value === '1' } };
  if (name === 'captions') return { settings, own: { ...own, captions: value as Preferences['captions'] } };
  if (name === 'volume') return { settings, own: { ...own, volume_frac: Number(value) } };
  if (name === 'mono') return { settings, own: { ...own, mono: !own.mono } };
  return { settings, own };
}
