/** Every sound of the drills, by the name of its file: what the hands do, the phone, the panel, and all that burns. */
import { co2, fireBig, fireball, fireSmall, fizz, flash, powder, sizzle, splash, steam, water } from './burning.ts';
import {
  brown,
  drive,
  fill,
  filter,
  held,
  lay,
  level,
  mix,
  pink,
  random,
  room,
  seamless,
  shape,
  silence,
  strike,
  TAU,
  tone,
  type Wave,
  wander,
  white,
} from './dsp.ts';
import {
  beeper,
  breath,
  cloth,
  ding,
  doorCrack,
  doorSteel,
  fall,
  glassBreak,
  hurry,
  jet,
  knock,
  murmur,
  outdoors,
  pat,
  pop,
  siren,
  tapeRip,
  tapRun,
  vapour,
  windowSlide,
} from './escape.ts';
import { click, ring, thud } from './strikes.ts';

// ----------------------------------------------------------------- hands

function pin(): Wave {
  const out = silence(0.6);
  lay(out, click(0.05, 3800, 5, 0.006), 0.01, 1.4);
  lay(out, click(0.22, 2600, 9, 0.03), 0.05, 0.8);
  lay(
    out,
    ring(
      [
        [4300, 0.5, 0.09],
        [6100, 0.3, 0.06],
        [7900, 0.2, 0.05],
      ],
      0.4,
    ),
    0.09,
    0.5,
  );
  return room(out, 0.25, 0.15);
}
function lever(): Wave {
  const out = silence(0.35);
  lay(out, click(0.08, 1500, 4, 0.012), 0.01, 1.4);
  lay(out, thud(300, 0.03), 0.012, 2);
  return room(out, 0.25, 0.15);
}
function locked(): Wave {
  const out = silence(0.5);
  for (const at_s of [0.01, 0.13]) {
    lay(out, thud(420, 0.02), at_s, 3);
    lay(out, click(0.06, 2100, 6, 0.01), at_s, 1);
  }
  return room(out, 0.25, 0.15);
}
function take(): Wave {
  const out = silence(0.35);
  lay(out, thud(240, 0.035), 0.005, 2.4);
  lay(out, click(0.06, 1900, 3, 0.01), 0.004, 0.6);
  return out;
}
function put(): Wave {
  const out = silence(0.5);
  lay(out, thud(180, 0.06), 0.01, 4);
  lay(out, click(0.1, 900, 2, 0.02), 0.01, 0.8);
  return room(out, 0.3, 0.2);
}
function lid(): Wave {
  const out = silence(1.1);
  lay(out, click(0.1, 1700, 3, 0.015), 0.01, 1);
  lay(
    out,
    ring(
      [
        [870, 0.6, 0.22],
        [1960, 0.45, 0.16],
        [3140, 0.3, 0.1],
        [4420, 0.2, 0.07],
      ],
      1,
    ),
    0.012,
    0.5,
  );
  lay(out, thud(200, 0.05), 0.01, 2);
  return room(out, 0.4, 0.2);
}
function knob(): Wave {
  const out = silence(0.6);
  for (let k = 0; k < 5; k++)
    lay(out, click(0.05, 1700 + 600 * random(), 6, 0.009), 0.03 + k * 0.06 + 0.01 * random(), 0.8);
  lay(out, click(0.06, 2600, 4, 0.012), 0.4, 1.4);
  return room(out, 0.25, 0.15);
}
function toggle(): Wave {
  const out = silence(0.3);
  lay(out, click(0.05, 2600, 3, 0.006), 0.005, 1.8);
  lay(out, thud(500, 0.015), 0.006, 2);
  return room(out, 0.25, 0.15);
}
function plug(): Wave {
  const out = silence(0.5);
  lay(out, shape(filter(white(0.18), 'band', 1200, 1), held(0.18, 0.02, 0.05)), 0.01, 0.5);
  lay(out, thud(350, 0.03), 0.16, 3);
  lay(out, click(0.05, 2200, 3, 0.008), 0.16, 1.2);
  return room(out, 0.3, 0.15);
}
function doorOpen(): Wave {
  const out = silence(1.4);
  lay(out, click(0.05, 2600, 3, 0.008), 0.02, 2.2);
  lay(out, click(0.05, 1500, 3, 0.012), 0.11, 2.4);
  lay(out, shape(filter(brown(0.9), 'band', 320, 0.8), held(0.9, 0.3, 0.4)), 0.2, 0.8);
  return room(out, 0.35, 0.25);
}
function doorClose(): Wave {
  const out = silence(0.7);
  lay(out, thud(190, 0.07), 0.03, 5);
  lay(out, click(0.12, 520, 1.2, 0.03), 0.03, 1.6);
  lay(out, click(0.04, 2700, 3, 0.006), 0.055, 1.6);
  return room(out, 0.5, 0.3);
}
function blanket(): Wave {
  const slow = wander(12);
  return shape(filter(pink(0.9), 'band', 1400, 0.5), (t) => held(0.9, 0.12, 0.6)(t) * (0.6 + 0.5 * slow(t)));
}
function tap(): Wave {
  const out = silence(0.25);
  lay(
    out,
    ring(
      [
        [2900, 0.6, 0.03],
        [5100, 0.4, 0.02],
      ],
      0.2,
    ),
    0.004,
    0.6,
  );
  lay(out, click(0.03, 3200, 3, 0.004), 0.004, 1);
  return out;
}
function step(): Wave {
  const out = silence(0.35);
  lay(out, thud(160, 0.035), 0, 4);
  lay(out, click(0.1, 1400, 0.8, 0.016), 0.004, 0.8);
  return room(out, 0.25, 0.2);
}

// ------------------------------------------------------------ electricity

function arc(): Wave {
  const out = silence(1.1);
  for (let k = 0; k < 34; k++) {
    const spit = shape(filter(white(0.03), 'high', 1500 + 3000 * random()), strike(0.0002, 0.004 + 0.006 * random()));
    lay(out, spit, 0.8 * random() ** 1.6, 0.5 + random());
  }
  return room(out, 0.4, 0.3);
}
function hum(): Wave {
  const slow = wander(9);
  const raw = tone(4.5, (t) => {
    let v = 0;
    // 100 Hz and its partials: twice the 50 Hz of the mains
    for (let h = 1; h < 20; h++) v += Math.sin(TAU * 100 * h * t + h * h) / h ** 0.7;
    return v;
  });
  return seamless(shape(filter(drive(raw, 0.6), 'high', 90), (t) => 0.6 + (0.4 * Math.round(slow(t) * 3)) / 3));
}

// ------------------------------------------------------- alarms and phone

function bellLoop(): Wave {
  const long_s = 4;
  const out = silence(long_s + 0.6);
  const partials: [number, number, number][] = [
    [620, 1, 0.5],
    [1180, 0.7, 0.4],
    [1930, 0.6, 0.3],
    [2760, 0.45, 0.22],
    [3890, 0.35, 0.15],
  ];
  for (let t = 0; t < long_s + 0.5; t += 1 / 14) lay(out, ring(partials, 0.5), t, 0.25);
  return seamless(out, 0.6);
}
/** ITU-T Q.23 tone pairs, so that a dialled digit sounds like itself. */
const DTMF: Record<string, [number, number]> = {
  1: [697, 1209],
  2: [697, 1336],
  3: [697, 1477],
  4: [770, 1209],
  5: [770, 1336],
  6: [770, 1477],
  7: [852, 1209],
  8: [852, 1336],
  9: [852, 1477],
  0: [941, 1336],
};
function digit(name: string): Wave {
  const [a, b] = DTMF[name]!;
  const on = held(0.16, 0.004, 0.01);
  return tone(0.16, (t) => (Math.sin(TAU * a * t) + Math.sin(TAU * b * t)) * on(t));
}
/** Chinese ring-back: 450 Hz, 1 s on, 4 s off (GB 3380); once. */
function ringBack(): Wave {
  const on = held(1, 0.01, 0.02);
  return tone(1.2, (t) => (t < 1 ? Math.sin(TAU * 450 * t) * on(t) : 0));
}
function hangUp(): Wave {
  const out = silence(1.1);
  for (const at_s of [0, 0.7])
    lay(
      out,
      tone(0.35, (t) => Math.sin(TAU * 450 * t) * held(0.35, 0.01, 0.02)(t)),
      at_s,
    );
  return out;
}

// ------------------------------------------------------------ body, panel

function heartbeat(): Wave {
  const out = silence(0.86);
  const beat = (from_Hz: number, decay_s: number) => {
    let phase = 0;
    const on = strike(0.006, decay_s);
    return tone(0.25, (t) => {
      phase += (from_Hz * Math.exp(-t * 7) + 26) / 48_000;
      return Math.sin(TAU * phase) * on(t);
    });
  };
  lay(out, beat(62, 0.07), 0);
  lay(out, beat(78, 0.05), 0.29, 0.65);
  return filter(drive(out, 1.8), 'low', 220);
}
function cough(): Wave {
  const out = silence(1.3);
  for (const [at_s, by] of [
    [0.02, 1],
    [0.42, 0.8],
    [0.74, 0.6],
  ] as const) {
    const burst = shape(
      mix(filter(white(0.24), 'band', 900, 1.2), filter(white(0.24), 'band', 2300, 2)),
      strike(0.012, 0.06),
    );
    lay(out, burst, at_s, by);
  }
  return room(out, 0.3, 0.15);
}
function chime(notes_Hz: number[], apart_s: number, decay_s: number): Wave {
  const out = silence(notes_Hz.length * apart_s + 0.6);
  notes_Hz.forEach((f, k) => {
    const on = strike(0.004, decay_s);
    lay(
      out,
      tone(0.6, (t) => (Math.sin(TAU * f * t) + 0.3 * Math.sin(TAU * 2 * f * t)) * on(t)),
      k * apart_s,
      0.5,
    );
  });
  return room(out, 0.5, 0.18);
}
function press(): Wave {
  const on = strike(0.001, 0.016);
  return tone(0.09, (t) => (Math.sin(TAU * 1150 * t) + 0.4 * Math.sin(TAU * 2300 * t)) * on(t));
}
/** The room's own quiet: air, a fridge far away. */
function roomTone(): Wave {
  const slow = wander(0.6);
  const air = shape(filter(brown(8.5), 'low', 260), (t) => 0.5 + 0.3 * slow(t));
  const fridge = fill(silence(8.5), (t) => 0.05 * Math.sin(TAU * 100 * t) + 0.025 * Math.sin(TAU * 200 * t));
  return seamless(mix(air, fridge), 0.8);
}

/** File name to recipe and loudest peak; loops end in -loop. */
export const EFFECTS: Record<string, { make: () => Wave; peak_dB?: number }> = {
  'fire-small-loop': { make: fireSmall },
  'fire-big-loop': { make: fireBig },
  'sizzle-loop': { make: sizzle, peak_dB: -6 },
  fireball: { make: fireball, peak_dB: -1 },
  flash: { make: flash, peak_dB: -1 },
  steam: { make: steam, peak_dB: -6 },
  'powder-loop': { make: powder },
  'co2-loop': { make: co2 },
  'water-loop': { make: water, peak_dB: -6 },
  splash: { make: splash },
  fizz: { make: fizz, peak_dB: -9 },
  pin: { make: pin },
  lever: { make: lever, peak_dB: -6 },
  locked: { make: locked },
  take: { make: take, peak_dB: -8 },
  put: { make: put, peak_dB: -6 },
  lid: { make: lid },
  blanket: { make: blanket, peak_dB: -6 },
  knob: { make: knob, peak_dB: -6 },
  toggle: { make: toggle, peak_dB: -5 },
  plug: { make: plug, peak_dB: -5 },
  'door-open': { make: doorOpen, peak_dB: -5 },
  'door-close': { make: doorClose },
  tap: { make: tap, peak_dB: -9 },
  step: { make: step, peak_dB: -12 },
  arc: { make: arc },
  'hum-loop': { make: hum, peak_dB: -10 },
  'bell-loop': { make: bellLoop, peak_dB: -4 },
  ringback: { make: ringBack, peak_dB: -8 },
  hangup: { make: hangUp, peak_dB: -8 },
  'heartbeat-loop': { make: heartbeat },
  cough: { make: cough, peak_dB: -5 },
  ok: { make: () => chime([659.25, 880], 0.09, 0.16), peak_dB: -8 },
  wrong: { make: () => chime([311.1, 233.1], 0.16, 0.13), peak_dB: -8 },
  done: { make: () => chime([523.25, 659.25, 783.99, 1046.5], 0.1, 0.2), peak_dB: -6 },
  press: { make: press, peak_dB: -10 },
  'room-loop': { make: roomTone, peak_dB: -14 },
  'beeper-loop': { make: beeper, peak_dB: -5 },
  'siren-loop': { make: siren, peak_dB: -5 },
  ding: { make: ding, peak_dB: -6 },
  'door-crack': { make: doorCrack, peak_dB: -7 },
  'door-steel': { make: doorSteel, peak_dB: -3 },
  'window-slide': { make: windowSlide, peak_dB: -6 },
  knock: { make: knock, peak_dB: -5 },
  pat: { make: pat, peak_dB: -10 },
  'tape-rip': { make: tapeRip, peak_dB: -6 },
  cloth: { make: cloth, peak_dB: -9 },
  'tap-run': { make: tapRun, peak_dB: -8 },
  glass: { make: glassBreak, peak_dB: -3 },
  fall: { make: fall, peak_dB: -5 },
  'breath-loop': { make: breath, peak_dB: -7 },
  'murmur-loop': { make: murmur, peak_dB: -8 },
  'hurry-loop': { make: hurry, peak_dB: -7 },
  pop: { make: pop, peak_dB: -2 },
  'vapour-loop': { make: vapour, peak_dB: -6 },
  'jet-loop': { make: jet, peak_dB: -3 },
  'outdoors-loop': { make: outdoors, peak_dB: -16 },
  ...Object.fromEntries([...'0123456789'].map((name) => [`digit-${name}`, { make: () => digit(name), peak_dB: -9 }])),
};

/** @returns one finished wave. */
export function makeEffect(name: string): Wave {
  const { make, peak_dB } = EFFECTS[name]!;
  return level(make(), peak_dB ?? -3);
}
