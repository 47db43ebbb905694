/** Every panel the stage can show, in every state that changes its words; for the tests of size, fit and font. */
import { loadPack } from '../../../src/cli/packs-node.ts';
import { createDrill } from '../../../src/drill/drill.ts';
import { playPlan } from '../../../src/drill/play.ts';
import type { Drill, DrillView, HallSettings, MarkView } from '../../../src/drill/types.ts';
import { CARDS, DEFECTS, PHRASES } from '../../../src/sim/facts.ts';
import type { Thing } from '../../../src/sim/things.ts';
import type { EmergencyCall } from '../../../src/sim/world.ts';
import type { PauseReason } from '../../../src/stage/contract.ts';
import { DEFAULTS } from '../../../src/stage/input/settings.ts';
import { DEFAULT_PREFERENCES } from '../../../src/stage/panel/preferences.ts';
import type { PanelSpec } from '../../../src/stage/panel/spec.ts';
import { saySpec, tagSpec } from '../../../src/stage/panel/specs/cards.ts';
import { choicesSpec } from '../../../src/stage/panel/specs/choices.ts';
import { endPages } from '../../../src/stage/panel/specs/end.ts';
import { captionSpec, promptSpec, spokenOf, toastSpec, veilSpec } from '../../../src/stage/panel/specs/guide.ts';
import { pauseSpec, settingsSpec } from '../../../src/stage/panel/specs/pause.ts';
import { phoneSpec } from '../../../src/stage/panel/specs/phone.ts';
import { fillHall } from '../../../src/stage/panel/words.ts';
import { currentLocale } from '../../../src/text/text.ts';
import { bottle } from '../hazards/worlds.ts';

export const HALL: HallSettings = {
  name: '五华区翠湖社区应急演练馆',
  dutyPhone: '0871 6512 3456',
  gasLine: '0871 96163',
  assemblyPoint: '社区文化广场东侧',
  aedPlace: '一楼大厅服务台旁',
  // as long as the hall's form lets it be in practice
  address: '云南省昆明市五华区翠湖北路12号院3栋2单元501室（翠湖社区居委会对面）',
};
export const VARIANTS = ['kitchen-wok', 'living-room-basket', 'shop-inspection-carton'] as const;
const HOUSE_VARIANTS = [
  'own-flat-night',
  'stair-smoky-stay',
  'ebike-stairwell',
  'fire-above',
  'school-corridor',
  'restaurant-guests',
];
const PAUSES: PauseReason[] = ['ready', 'menu', 'blurred', 'hidden', 'session-ended', 'inputs-lost', 'page-hidden'];

export function freshDrill(variant: string, mode: 'learn' | 'assess'): Drill {
  const pack = loadPack(`firefighting/${variant}`);
  const id = '019aa000-0000-7000-8000-000000000001';
  return createDrill({ pack, mode, how: 'headset', locale: 'zh-CN', seed: 1, hall: HALL, id, started_ms: 1 });
}

export function playedDrill(variant: string, run: string, mode: 'learn' | 'assess'): Drill {
  const pack = loadPack(`firefighting/${variant}`);
  const plan = pack.plans.find((one) => one.run === run);
  if (!plan) throw new Error(`${variant} has no plan "${run}"`);
  return playPlan({ pack, plan, mode, hall: HALL }).drill;
}

const WORDS = {
  door: ['feel', 'peep', 'crack', 'open', 'seal', 'tape', 'pour'],
  ajar: ['look', 'close', 'open'],
  window: ['close', 'wave', 'climb'],
  pane: ['open', 'wave', 'break'],
  phone: ['dial', 'take-along'],
};

/** Every choice that a thing can offer, the longest panels there can be. */
function choices(): NamedSpec[] {
  const pack = { texts: { 'zh-CN': {}, en: {} } } as unknown as Drill['pack'];
  return Object.entries(WORDS).map(([name, words]) => {
    const kind = name === 'ajar' ? 'door' : (name as 'door');
    const offers = words.map((word) => ({
      word,
      deed: null,
      errand: null,
      panel: null,
      stays: false,
      far: word === 'peep',
    }));
    return [name, choicesSpec({ pack }, { id: name, kind } as Thing, offers, name !== 'ajar')];
  });
}

export type NamedSpec = [name: string, spec: PanelSpec];

function guides(drill: Drill): NamedSpec[] {
  const view = drill.view.getState();
  const { script } = drill.pack;
  const out: NamedSpec[] = [];
  const add = (name: string, spec: PanelSpec | null) => spec && out.push([`${drill.variant} ${name}`, spec]);
  const with_ = (change: Partial<DrillView>): DrillView => ({ ...view, ...change });
  for (const stage of script.stages)
    if (stage.prompt)
      add(`prompt ${stage.id}`, promptSpec(drill, HALL, with_({ promptKey: stage.prompt, attempt: 2 })));
  add('reminder', promptSpec(drill, HALL, with_({ promptKey: null, reminder: true })));
  for (const one of [...script.errors, ...script.critical]) {
    const explanation = { rule: one.rule, key: one.reason, until_s: 9 };
    add(`explains ${one.rule}`, promptSpec(drill, HALL, with_({ explanation })));
  }
  for (const one of script.critical)
    add(
      `veil ${one.rule}`,
      veilSpec(drill, HALL, with_({ consequence: { rule: one.rule, key: one.consequence, until_s: 5 } })),
    );
  for (const mark of script.marks) {
    const seen: MarkView = {
      rule: mark.rule,
      points: mark.points,
      max: mark.points,
      at_s: 3,
      stage: mark.stage,
      critical: false,
      titleKey: mark.title,
      reasonKey: mark.reason,
    };
    add(`toast ${mark.rule}`, toastSpec(drill, HALL, seen));
  }
  for (const caption of script.captions ?? [])
    for (const size of ['small', 'large'] as const) {
      const two = [caption, caption].map((one) => ({ key: one.key, speaker: one.speaker, at_s: 0 }));
      add(`caption ${caption.key} ${size}`, captionSpec(spokenOf(drill, HALL, two), size));
    }
  return out;
}

function calls(): EmergencyCall[] {
  const call = { phone: 'phone', number: '119', line: 'fire', ended: false };
  return [
    { ...call, told: [] },
    { ...call, told: ['where', 'what'] },
    { ...call, told: [...CARDS] },
    { ...call, number: '120', line: 'ambulance', told: [] },
  ];
}

/** All of them, in the language that is on. */
export function allSpecs(): NamedSpec[] {
  const out: NamedSpec[] = [];
  for (const variant of VARIANTS) {
    const drill = freshDrill(variant, 'learn');
    out.push(...guides(drill));
    calls().forEach((call, k) => {
      out.push([`${variant} talk ${k}`, phoneSpec('talk', '', call, HALL, drill.world.things)]);
    });
  }
  for (const variant of HOUSE_VARIANTS) {
    const { texts } = loadPack(`fire-escape/${variant}`);
    const own = (key: string) => {
      const words = texts[currentLocale()][key];
      return words === undefined ? null : fillHall(words, HALL);
    };
    for (const [k, call] of calls().entries())
      out.push([`${variant} talk ${k}`, phoneSpec('talk', '', call, HALL, {}, own)]);
  }
  const none = calls()[0]!;
  for (const face of ['dial', 'duty', 'duty-answer'] as const)
    for (const digits of ['', '08716512345678'])
      out.push([`phone ${face} ${digits}`, phoneSpec(face, digits, none, HALL, {})]);
  for (const reason of PAUSES) out.push([`pause ${reason}`, pauseSpec(reason)]);
  for (const reason of [...PAUSES, 'staff', 'swap'] as const)
    out.push([`pause ${reason} of staff`, pauseSpec(reason, { next: 'A013' })]);
  for (const page of [0, 1] as const)
    out.push([`settings ${page}`, settingsSpec(DEFAULTS, DEFAULT_PREFERENCES, true, page)]);
  out.push(['say', saySpec(['fire', 'call-119', 'get-out'], false)]);
  out.push(['say to a crowd', saySpec(PHRASES, true)]);
  for (const [name, spec] of choices()) out.push([`choices ${name}`, spec]);
  for (const defect of [null, ...DEFECTS])
    out.push([
      `tag ${defect}`,
      tagSpec({ ...bottle('abc-powder', [0, 1, 0], [0, 1, -1]), defect, tag: defect ?? 'good' }),
    ]);
  out.push(['tag wet', tagSpec(bottle('wet-chemical', [0, 1, 0], [0, 1, -1]))]);
  const ends = [
    ['kitchen-wok', 'water', 'assess'],
    ['kitchen-wok', 'good-lid', 'assess'],
    ['kitchen-wok', 'slow-novice', 'learn'],
    ['living-room-basket', 'idle', 'assess'],
    ['shop-inspection-carton', 'shake-and-forget', 'assess'],
  ] as const;
  for (const [variant, run, mode] of ends) {
    const drill = playedDrill(variant, run, mode);
    endPages(drill, HALL, drill.view.getState(), true).forEach((spec, page) => {
      out.push([`end ${variant} ${run} ${page}`, spec]);
    });
    endPages(drill, HALL, drill.view.getState(), false, true).forEach((spec, page) => {
      out.push([`end ${variant} ${run} ${page} of staff`, spec]);
    });
  }
  return out;
}
