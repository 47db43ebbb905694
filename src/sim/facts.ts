/** Every word the sim can say. Scripts may use only these; scenarios/README.md's word table is generated from here. */

export interface FactWord {
  /** what became true, in one line, for a safety officer */
  zh: string;
  en: string;
  /** whether the fact names a thing, and a second word in `with` */
  thing: boolean;
  with?: 'phrase' | 'line' | 'card' | 'agent' | 'label' | 'thing' | 'gate' | 'cause' | 'feeling' | 'sight' | 'space';
  /** names of measured values it carries */
  values?: string[];
}

/** What can be said aloud. */
export const PHRASES = ['fire', 'call-119', 'get-out', 'follow-me', 'leave-it', 'anyone-here'] as const;
/** What the back of a hand finds on a door. */
export const FEELINGS = ['cool', 'warm', 'hot'] as const;
/** What is seen through the crack of a door, or its peephole. */
export const SIGHTS = ['clear', 'smoky'] as const;
/** What an inspection tag can say. */
export const DEFECTS = [
  'low-pressure',
  'over-pressure',
  'no-pin',
  'cracked-hose',
  'corroded',
  'no-label',
  'expired',
  'blocked',
] as const;
/** The four cards of the emergency call (procedures 1.3). */
export const CARDS = ['where', 'what', 'who', 'callback'] as const;
/** The five gates of fight-or-leave (procedures 4.b). */
export const GATES = ['people', 'fire-size', 'smoke', 'exit', 'agent'] as const;
export const LINES = ['fire', 'ambulance', 'police', 'gas', 'duty', 'unknown'] as const;

/** Kinds of fact. Keep the key what a safety officer would say happened. */
export const FACTS = {
  said: { zh: '说了一句话', en: 'a phrase was said aloud', thing: false, with: 'phrase' },
  warned: { zh: '有人听到警告', en: 'a person heard the warning', thing: true },
  'person-out': { zh: '有人已离开', en: 'a person has left the room', thing: true },
  looked: { zh: '看了某物至少0.6秒', en: 'a thing was looked at for 0.6 s or more', thing: true },
  grabbed: { zh: '拿起', en: 'a thing was taken in hand', thing: true },
  released: { zh: '放下', en: 'a thing was let go', thing: true },
  placed: { zh: '放到某物上', en: 'a thing was put onto another', thing: true, with: 'thing' },
  'out-of-reach': { zh: '够不着', en: 'an act was tried from too far away', thing: true },
  'turned-off': { zh: '关掉', en: 'a knob, valve or switch was turned off', thing: true },
  'turned-on': { zh: '打开', en: 'a knob, valve or switch was turned on', thing: true },
  opened: { zh: '开门或开窗（超过15°）', en: 'a door or window was opened by more than 15 degrees', thing: true },
  cracked: { zh: '只开一条缝（不超过15°）', en: 'a door was opened by a crack, 15 degrees at most', thing: true },
  closed: {
    zh: '关门',
    en: 'a door or window was closed',
    thing: true,
    values: ['fromOutside_frac', 'open_s', 'crack_frac'],
  },
  felt: {
    zh: '用手背试门（至少0.5秒）',
    en: 'the back of the hand lay on a door for 0.5 s or more',
    thing: true,
    with: 'feeling',
    values: ['face_C'],
  },
  peeped: {
    zh: '从门缝或猫眼看清门外',
    en: 'what is behind a door was seen through the crack or peephole',
    thing: true,
    with: 'sight',
  },
  wetted: { zh: '浸湿', en: 'a cloth was soaked', thing: true },
  sealed: {
    zh: '堵住门缝',
    en: 'the gap under a door (cloth) or round it (tape) was sealed',
    thing: true,
    with: 'thing',
    values: ['wet_frac', 'sealed_frac'],
  },
  unsealed: { zh: '门缝又露出来', en: 'a sealed door was opened or its seal taken away', thing: true },
  watered: { zh: '往门上泼水', en: 'water was poured on a door', thing: true },
  'lit-up': { zh: '打开手电', en: 'a torch was switched on', thing: true },
  signalled: {
    zh: '在窗口挥布或晃手电',
    en: 'a torch or bright cloth was waved at a window for 2 s',
    thing: true,
    with: 'thing',
  },
  broke: { zh: '打破窗玻璃', en: 'a window was broken', thing: true },
  locked: { zh: '推不开：锁着或只能用按钮开', en: 'a door did not give: locked, or worked by a button', thing: true },
  entered: { zh: '走进某处', en: 'the trainee came into a space', thing: true, values: ['visibility_m', 'layer_m'] },
  'lift-came': { zh: '电梯门开了', en: 'the lift opened its doors', thing: true },
  jumped: { zh: '跳窗', en: 'the trainee climbed out of a window', thing: true },
  masked: { zh: '戴上逃生面罩', en: 'an escape mask was put on', thing: true },
  alarm: { zh: '报警器响了', en: 'a detector or sprinkler acted', thing: true },
  vented: { zh: '电池冒白烟', en: 'a lithium pack began to vent', thing: true },
  jetted: { zh: '电池喷射火焰', en: 'a lithium pack threw a jet of flame', thing: true },
  'dense-smoke': {
    zh: '浓烟里累计超过4秒',
    en: 'more than 4 s in dense smoke, summed up',
    thing: false,
    values: ['dose_frac'],
  },
  'stayed-low': {
    zh: '走出烟区，头在烟层下的时间占比',
    en: 'came out of smoky air: share of the time with the head below the layer',
    thing: false,
    values: ['low_frac', 'inSmoke_s', 'dose_frac'],
  },
  following: { zh: '有人开始跟随', en: 'a person began to follow', thing: true },
  hesitating: { zh: '有人犹豫', en: 'a person hesitates', thing: true },
  'turned-back': { zh: '有人回头拿东西', en: 'a person turned back for a bag', thing: true },
  found: { zh: '在房间里找到人', en: 'a person was found in a side room', thing: true, with: 'space' },
  'person-down': { zh: '有人倒下', en: 'a person collapsed', thing: true, with: 'cause' },
  pushed: { zh: '推挤', en: 'the trainee pushed through people', thing: true },
  counted: {
    zh: '清点人数',
    en: 'people at the assembly point were counted',
    thing: false,
    values: ['here', 'missing'],
  },
  pressed: { zh: '按下', en: 'a button was pressed', thing: true },
  'pin-pulled': { zh: '拔出保险销', en: 'a safety pin was pulled', thing: true },
  unplugged: { zh: '拔下插头', en: 'a plug was pulled', thing: true },
  'power-off': { zh: '断电', en: 'an appliance is no longer live', thing: true },
  'lever-locked': { zh: '没拔销就压把', en: 'the lever was squeezed with the pin in', thing: true },
  'spray-started': {
    zh: '开始喷射',
    en: 'agent left the nozzle',
    thing: true,
    with: 'agent',
    values: ['distance_m', 'exitBehind_frac', 'upwind_frac', 'sinceStart_s'],
  },
  'spray-stopped': {
    zh: '停止喷射',
    en: 'the discharge was stopped or ran out',
    thing: true,
    with: 'agent',
    values: ['used_kg', 'spray_s', 'onTarget_frac', 'sweep_m', 'distance_m'],
  },
  'too-close': { zh: '靠得太近', en: 'agent was thrown from nearer than 1.5 m', thing: true, values: ['distance_m'] },
  'blown-back': { zh: '药剂被风吹回', en: 'the draught blew the agent back', thing: true },
  empty: { zh: '喷完', en: 'an extinguisher is empty', thing: true },
  inverted: { zh: '倒置瓶体', en: 'an extinguisher was used or shaken upside down', thing: true },
  fizzled: { zh: '只喷了一下', en: 'a faulty extinguisher gave almost nothing', thing: true },
  knocked: {
    zh: '火势压下九成',
    en: 'the fire was knocked down to a tenth',
    thing: true,
    with: 'agent',
    values: ['used_kg', 'spray_s', 'onTarget_frac', 'sweep_m', 'agentUsed_frac'],
  },
  out: {
    zh: '火已熄灭',
    en: 'a fire is out',
    thing: true,
    with: 'cause',
    values: ['used_kg', 'spray_s', 'onTarget_frac', 'sweep_m', 'peak_kW'],
  },
  ignited: { zh: '起火', en: 'a thing caught fire', thing: true, with: 'cause' },
  reignited: { zh: '复燃', en: 'a fire that was out came back', thing: true, with: 'cause' },
  covered: { zh: '盖严', en: 'a pan was fully covered', thing: true, with: 'thing' },
  'cover-misfit': { zh: '盖不严', en: 'a cover is too small for the pan', thing: true, with: 'thing' },
  uncovered: { zh: '揭盖', en: 'a pan was uncovered', thing: true, values: ['oil_C', 'covered_s'] },
  'oil-flashed': { zh: '水浇油锅爆燃', en: 'water hit burning oil: a fireball', thing: true, with: 'thing' },
  'oil-splashed': { zh: '油被喷溅', en: 'a jet drove oil out of the pan', thing: true, with: 'thing' },
  'dust-flashed': { zh: '面粉爆燃', en: 'flour flashed over the fire', thing: true },
  'carried-alight': { zh: '端起着火的物品', en: 'a burning thing was carried', thing: true },
  'duct-fire': { zh: '火进烟道', en: 'flame was drawn into the hood and duct', thing: true },
  shocked: { zh: '触电', en: 'current went through the body', thing: true, with: 'cause', values: ['current_mA'] },
  'gate-shut': { zh: '必须撤离的条件出现', en: 'one of the five gates says leave', thing: false, with: 'gate' },
  'gate-cleared': { zh: '条件恢复', en: 'a gate that said leave is clear again', thing: false, with: 'gate' },
  'smoke-low': { zh: '烟层降到1.8米以下', en: 'the smoke layer came below 1.8 m', thing: false },
  'head-in-smoke': { zh: '头在烟里', en: 'the head is in the smoke layer', thing: false, values: ['visibility_m'] },
  burned: { zh: '被烤伤', en: 'the heat dose reached pain', thing: false },
  collapsed: { zh: '倒下', en: 'heat or smoke dose reached incapacitation', thing: false, with: 'cause' },
  left: { zh: '离开房间', en: 'the trainee went out by the exit', thing: true },
  returned: { zh: '又回来了', en: 'the trainee came back in', thing: true },
  called: { zh: '拨通电话', en: 'a number was dialled', thing: false, with: 'line' },
  told: { zh: '说明一项', en: 'one card of the call was given', thing: false, with: 'card' },
  'call-complete': { zh: '报警要素说全', en: 'all four cards were given', thing: false },
  'hung-up': { zh: '挂断', en: 'the call was ended', thing: false, values: ['told'] },
  tagged: { zh: '贴检查标签', en: 'an inspection verdict was given', thing: true, with: 'label', values: ['right'] },
  watched: { zh: '看守二十秒', en: 'the spot was watched for 20 s after the fire went out', thing: true },
} as const satisfies Record<string, FactWord>;
export type FactKind = keyof typeof FACTS;
