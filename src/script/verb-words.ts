/** The body's verbs: their fields, what they mean, and an example of each; the table in scenarios/README.md is made from here. */
import { CARDS, DEFECTS, PHRASES } from '../sim/facts.ts';

export type FieldKind =
  | 'thing'
  | 'place'
  | 'number'
  | 'level'
  | 'phrase'
  | 'number-dialled'
  | 'card'
  | 'label'
  | 'condition'
  | 'hand'
  | 'yes'
  | 'height';

export interface VerbWord {
  /** the field that a bare value fills; null for verbs that stand alone */
  main: string | null;
  /** may stand without its main value */
  alone?: boolean;
  fields: Record<string, FieldKind>;
  en: string;
  example: string;
}

export const COMMON: Record<string, FieldKind> = { hand: 'hand', delay_s: 'number' };

/** The body's verbs; the table in scenarios/README.md is made from here. */
export const VERBS: Record<string, VerbWord> = {
  'walk to': {
    main: 'place',
    fields: { place: 'place', within_m: 'number' },
    en: 'walk to a post, a thing (stopping in reach of it), a floor point [x, z] (the floor nearest in height) or [x, y, z], over stairs and through doors that stand open',
    example: '- walk to: stove',
  },
  'look at': {
    main: 'thing',
    fields: { thing: 'thing', for_s: 'number' },
    en: 'look at a thing (0.9 s unless for_s says otherwise); "extinguisher.gauge" names a part',
    example: '- look at: extinguisher.gauge',
  },
  take: {
    main: 'thing',
    fields: { thing: 'thing' },
    en: 'take in hand, walking up to it first when out of reach',
    example: '- take: lid',
  },
  'let go': { main: null, fields: {}, en: 'let go of what is held', example: '- let go' },
  'put back': {
    main: 'thing',
    alone: true,
    fields: { thing: 'thing' },
    en: 'put what is held back on its own place',
    example: '- put back',
  },
  'pull the pin': {
    main: 'thing',
    alone: true,
    fields: { thing: 'thing' },
    en: 'pull the pin of the extinguisher in hand',
    example: '- pull the pin',
  },
  'hold the hose': {
    main: 'thing',
    alone: true,
    fields: { thing: 'thing' },
    en: 'take the hose with the other hand',
    example: '- hold the hose',
  },
  'aim at': {
    main: 'thing',
    fields: { thing: 'thing', for_s: 'number', height: 'height', until: 'condition', advance_to_m: 'number' },
    en: 'aim at a thing; with for_s or until, squeeze for that long without sweeping',
    example: '- aim at: { thing: basket, for_s: 6 }',
  },
  sweep: {
    main: 'thing',
    fields: {
      thing: 'thing',
      for_s: 'number',
      width_m: 'number',
      period_s: 'number',
      height: 'height',
      until: 'condition',
      advance_to_m: 'number',
    },
    en: 'squeeze and sweep left and right over a thing for for_s or until something is true',
    example: '- sweep: { thing: basket, for_s: 10, width_m: 0.4, until: { fact: out, thing: basket } }',
  },
  squeeze: {
    main: 'for_s',
    fields: { for_s: 'number' },
    en: 'squeeze the lever as it points now',
    example: '- squeeze: 1',
  },
  'let go of the lever': {
    main: null,
    fields: {},
    en: 'stop squeezing',
    example: '- let go of the lever',
  },
  shake: {
    main: 'for_s',
    alone: true,
    fields: { for_s: 'number' },
    en: 'turn the extinguisher upside down and shake it (a mistake)',
    example: '- shake: 3',
  },
  turn: {
    main: 'thing',
    fields: { thing: 'thing', to: 'level' },
    en: 'turn a knob, valve or switch to off, on or a share from 0 to 1',
    example: '- turn: { thing: knob, to: off }',
  },
  'slide onto': {
    main: 'thing',
    fields: { thing: 'thing' },
    en: 'slide the lid or blanket in hand onto a pan',
    example: '- slide onto: wok',
  },
  press: {
    main: 'thing',
    fields: { thing: 'thing' },
    en: 'press a switch, button, breaker or call point; "window-bedroom.glass" breaks the pane',
    example: '- press: breaker',
  },
  'pull plug': {
    main: 'thing',
    fields: { thing: 'thing' },
    en: 'pull a plug out of its socket',
    example: '- pull plug: plug',
  },
  'throw at': {
    main: 'thing',
    fields: { thing: 'thing', for_s: 'number' },
    en: 'throw the water or flour in hand at a thing or a door',
    example: '- throw at: wok',
  },
  feel: {
    main: 'thing',
    fields: { thing: 'thing', for_s: 'number' },
    en: 'lay the back of the hand on a door (1 s unless for_s says otherwise)',
    example: '- feel: door-flat',
  },
  crack: {
    main: 'thing',
    fields: { thing: 'thing', for_s: 'number' },
    en: 'open a door by a crack and look through it (1.4 s unless for_s says otherwise); it stays ajar',
    example: '- crack: door-flat',
  },
  wet: {
    main: 'thing',
    fields: { thing: 'thing', at: 'thing' },
    en: 'soak the cloth in hand at a tap or in a basin (the nearest unless at says which)',
    example: '- wet: towel',
  },
  seal: {
    main: 'thing',
    fields: { thing: 'thing', with: 'thing' },
    en: 'seal a shut door: a cloth along the bottom, tape round the frame (taken in hand first)',
    example: '- seal: { thing: door-flat, with: towel }',
  },
  'pour on': {
    main: 'thing',
    fields: { thing: 'thing' },
    en: 'pour the basin of water in hand on a thing or a door',
    example: '- pour on: door-flat',
  },
  'wave at': {
    main: 'thing',
    fields: { thing: 'thing', for_s: 'number' },
    en: 'wave the cloth or torch in hand at a window (3 s unless for_s says otherwise)',
    example: '- wave at: { thing: window-bedroom, for_s: 4 }',
  },
  light: {
    main: 'thing',
    fields: { thing: 'thing' },
    en: 'switch a torch on',
    example: '- light: torch',
  },
  wear: {
    main: 'thing',
    fields: { thing: 'thing' },
    en: 'put the escape mask in hand on',
    example: '- wear: mask',
  },
  'climb out': {
    main: 'thing',
    fields: { thing: 'thing' },
    en: 'climb out of an open or broken window (a mistake)',
    example: '- climb out: window-bedroom',
  },
  count: { main: null, fields: {}, en: 'count who has come to the assembly point', example: '- count' },
  crouch: { main: null, fields: {}, en: 'crouch', example: '- crouch' },
  'go low': { main: null, fields: {}, en: 'go down on hands and knees: eyes half a metre up', example: '- go low' },
  stand: { main: null, fields: {}, en: 'stand up', example: '- stand' },
  say: {
    main: 'phrase',
    fields: { phrase: 'phrase' },
    en: `say one of: ${PHRASES.join(', ')}`,
    example: '- say: fire',
  },
  dial: {
    main: 'number',
    fields: { number: 'number-dialled' },
    en: 'dial a number; "duty" and "gas" are the numbers the hall has set',
    example: "- dial: '119'",
  },
  tell: {
    main: 'card',
    fields: { card: 'card' },
    en: `tell the operator one of: ${CARDS.join(', ')}; "all" tells the four`,
    example: '- tell: all',
  },
  'hang up': { main: null, fields: {}, en: 'hang up', example: '- hang up' },
  tag: {
    main: 'thing',
    fields: { thing: 'thing', as: 'label' },
    en: `give an inspection verdict: good or ${DEFECTS.join(', ')}`,
    example: '- tag: { thing: ext-2, as: low-pressure }',
  },
  wait: {
    main: 'for_s',
    fields: { for_s: 'number' },
    en: 'wait so many seconds',
    example: '- wait: 20',
  },
  'wait until': {
    main: 'until',
    fields: { until: 'condition', at_most_s: 'number' },
    en: 'wait until a condition holds (60 s at most unless at_most_s says otherwise)',
    example: '- wait until: { fact: out, thing: wok }',
  },
  open: { main: 'thing', fields: { thing: 'thing' }, en: 'open a door or window', example: '- open: door' },
  close: { main: 'thing', fields: { thing: 'thing' }, en: 'close a door or window', example: '- close: door' },
  leave: {
    main: null,
    fields: { shut: 'yes' },
    en: 'go out by the exit and shut the door behind (shut: false leaves it open)',
    example: '- leave',
  },
};
