/** Sounds of an escape: alarms, doors and cloth, one's own breath, other people, a battery, the lift, the engine far off. */
import {
  brown,
  drive,
  filter,
  gain,
  held,
  lay,
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
import { click, ring, thud } from './strikes.ts';

// ---------------------------------------------------------------- alarms

/** Temporal-three (ISO 8201): three half seconds on, half seconds between, then one and a half of silence; 3.1 kHz of a flat's detector. */
export function beeper(): Wave {
  const out = silence(4);
  for (const at_s of [0, 1, 2]) {
    const on = held(0.5, 0.004, 0.006);
    lay(
      out,
      tone(0.5, (t) => (Math.sin(TAU * 3100 * t) + 0.3 * Math.sin(TAU * 6200 * t)) * on(t)),
      at_s + 0.05,
    );
  }
  return out;
}
export function siren(): Wave {
  const long_s = 8;
  let phase = 0;
  // the slow rise and fall of a Chinese fire engine's wail, its seam at the lowest note
  const wail = tone(long_s, (t) => {
    const f = 640 + 360 * (0.5 - 0.5 * Math.cos((TAU * t) / 4));
    phase += f / 48_000;
    return Math.sin(TAU * phase) + 0.35 * Math.sin(TAU * 2 * phase) + 0.18 * Math.sin(TAU * 3 * phase);
  });
  const far = filter(filter(wail, 'low', 1500), 'high', 350);
  const slow = wander(0.7);
  // three echoes of house fronts, laid round the seam
  const out = silence(long_s);
  const n = out.length;
  for (const [delay_s, by] of [
    [0, 1],
    [0.19, 0.5],
    [0.43, 0.36],
    [0.71, 0.22],
  ] as const) {
    const shift = Math.round(delay_s * 48_000);
    for (let k = 0; k < n; k++) out[(k + shift) % n]! += far[k]! * by;
  }
  return shape(out, (t) => 0.75 + 0.25 * slow(t) * Math.sin((Math.PI * t) / long_s));
}
export function ding(): Wave {
  const partials = (f: number): [number, number, number][] => [
    [f, 0.7, 0.5],
    [2.01 * f, 0.25, 0.3],
    [3.9 * f, 0.12, 0.12],
  ];
  const out = silence(2.4);
  lay(out, ring(partials(1174), 1.4), 0.01, 0.6);
  lay(out, ring(partials(880), 1.6), 0.5, 0.6);
  return room(out, 0.6, 0.25);
}

// ------------------------------------------------------ doors, cloth, hands

function creak(long_s: number, from_Hz: number, to_Hz: number): Wave {
  // a dry hinge sticks and slips: a train of small knocks that quickens and slows
  const out = silence(long_s);
  let t = 0.02;
  while (t < long_s - 0.05) {
    const share = t / long_s;
    const rate_Hz = from_Hz + (to_Hz - from_Hz) * Math.sin(Math.PI * share);
    lay(out, click(0.03, 480 + 700 * share + 60 * random(), 9, 0.006), t, 0.3 + 0.5 * random());
    t += (0.8 + 0.4 * random()) / rate_Hz;
  }
  return out;
}
export function doorCrack(): Wave {
  const out = silence(1.1);
  lay(out, click(0.05, 2400, 3, 0.008), 0.02, 1.6);
  lay(out, click(0.05, 1300, 3, 0.012), 0.1, 1.8);
  lay(out, creak(0.7, 24, 46), 0.25, 0.8);
  return room(out, 0.35, 0.25);
}
/** A steel leaf on its closer falls into the frame: the hall answers. */
export function doorSteel(): Wave {
  const out = silence(1.2);
  lay(out, thud(130, 0.12), 0.02, 6);
  lay(
    out,
    ring(
      [
        [212, 0.6, 0.3],
        [388, 0.4, 0.22],
        [655, 0.28, 0.16],
        [1240, 0.12, 0.09],
      ],
      0.9,
    ),
    0.022,
    0.7,
  );
  lay(out, click(0.05, 2600, 3, 0.006), 0.06, 1.4);
  return room(out, 1.4, 0.5);
}
export function windowSlide(): Wave {
  const long_s = 1;
  const slow = wander(20);
  const roll = shape(
    filter(mix(white(long_s), gain(brown(long_s), 2)), 'band', (t) => 700 + 500 * t, 0.7),
    (t) => held(long_s, 0.08, 0.12)(t) * (0.5 + 0.6 * slow(t)),
  );
  const out = lay(silence(1.3), roll, 0.05, 1);
  lay(out, thud(300, 0.03), 1.02, 3);
  return room(out, 0.3, 0.2);
}
export function knock(): Wave {
  const out = silence(1.2);
  for (const at_s of [0.02, 0.24, 0.46]) {
    lay(out, thud(240, 0.045), at_s, 5);
    lay(out, click(0.06, 780, 3, 0.014), at_s, 1.4);
  }
  return room(out, 0.4, 0.3);
}
/** The back of a hand on a leaf. */
export function pat(): Wave {
  const out = silence(0.4);
  lay(out, thud(150, 0.05), 0.01, 3);
  lay(out, shape(filter(white(0.12), 'low', 900), strike(0.01, 0.03)), 0.01, 0.6);
  return out;
}
export function tapeRip(): Wave {
  const out = silence(0.9);
  for (let t = 0.02; t < 0.62; t += 0.004 + 0.004 * random())
    lay(out, click(0.02, 2200 + 2600 * random(), 3, 0.002), t, 0.4 + 0.6 * random());
  lay(out, shape(filter(white(0.65), 'high', 2600), held(0.65, 0.03, 0.04)), 0.02, 0.5);
  lay(out, click(0.05, 1600, 3, 0.01), 0.68, 1.6);
  return room(out, 0.2, 0.12);
}
export function cloth(): Wave {
  const long_s = 0.8;
  const slow = wander(16);
  return shape(
    filter(pink(long_s), 'band', (t) => 1800 - 700 * t, 0.6),
    (t) => held(long_s, 0.08, 0.4)(t) * (0.35 + 0.9 * slow(t)),
  );
}
/** A tap runs into a cloth. */
export function tapRun(): Wave {
  const long_s = 1.6;
  const slow = wander(24);
  const run = shape(
    filter(white(long_s), 'band', 1900, 0.6),
    (t) => held(long_s, 0.1, 0.35)(t) * (0.7 + 0.4 * slow(t)),
  );
  const out = mix(run, shape(filter(brown(long_s), 'band', 420, 1), held(long_s, 0.1, 0.3)));
  for (let k = 0; k < 18; k++)
    lay(out, click(0.05, 600 + 1200 * random(), 6, 0.012), 0.2 + 1.3 * random(), 0.5 * random());
  return room(out, 0.3, 0.2);
}
export function glassBreak(): Wave {
  const out = silence(1.6);
  lay(out, shape(filter(white(0.2), 'high', 2500), strike(0.001, 0.03)), 0.01, 2);
  lay(out, thud(300, 0.04), 0.01, 3);
  for (let k = 0; k < 60; k++) {
    const f = 2600 + 6200 * random();
    lay(out, ring([[f, 1, 0.02 + 0.05 * random()]], 0.25), 0.02 + 1.1 * random() ** 2, 0.16 * random());
  }
  return room(out, 0.5, 0.25);
}
/** Somebody goes down. */
export function fall(): Wave {
  const out = silence(1);
  lay(out, thud(90, 0.12), 0.02, 7);
  lay(out, thud(140, 0.08), 0.2, 4);
  lay(out, cloth(), 0.02, 0.8);
  return room(out, 0.4, 0.25);
}

// ------------------------------------------------------------ the body, others

/** Breath of one who labours: in through a tight throat, out with a sigh, one round in three seconds. */
export function breath(): Wave {
  const out = silence(6);
  for (const at_s of [0, 3]) {
    const deep = 0.9 + 0.2 * random();
    const inward = shape(
      mix(
        filter(pink(1.15), 'band', (t) => 900 + 900 * t, 1.4),
        gain(filter(white(1.15), 'band', 2700, 2.2), 0.25),
      ),
      (t) => Math.sin((Math.PI * t) / 1.15) ** 1.4,
    );
    const outward = shape(
      mix(
        filter(pink(1.35), 'band', (t) => 1150 - 500 * t, 1),
        gain(filter(brown(1.35), 'low', 380), 0.6),
      ),
      (t) => Math.sin(Math.PI * Math.min(1, t / 1.35) ** 0.7) ** 1.2,
    );
    lay(out, inward, at_s + 0.1, deep);
    lay(out, outward, at_s + 1.45, 1.1 * deep);
  }
  return out;
}

/** Mean formants of five vowels, Hz. */
const VOWELS: [number, number][] = [
  [730, 1240],
  [400, 2000],
  [300, 2250],
  [480, 900],
  [350, 800],
];
/** One voice far off: buzz of the throat through vowels that change with each syllable; no word can be made out. */
function voice(long_s: number, pitch_Hz: number, quick: number): Wave {
  let phase = 0;
  const drift = wander(1.1);
  const buzz = tone(long_s, (t) => {
    phase += (pitch_Hz * (0.85 + 0.4 * drift(t))) / 48_000;
    return 2 * (phase % 1) - 1;
  });
  const times: number[] = [];
  for (let t = 0; t < long_s; t += (0.13 + 0.12 * random()) / quick) times.push(t);
  const vowels = times.map(() => VOWELS[Math.floor(random() * VOWELS.length)]!);
  // every few syllables a pause for breath
  const loud = times.map(() => (random() < 0.22 ? 0 : 0.5 + 0.5 * random()));
  const which = (t: number) =>
    Math.max(
      0,
      times.findLastIndex((from) => from <= t),
    );
  const first = filter(buzz, 'band', (t) => vowels[which(t)]![0], 5);
  const second = filter(buzz, 'band', (t) => vowels[which(t)]![1], 7);
  return shape(mix(first, gain(second, 0.6)), (t) => {
    const k = which(t);
    const share = (t - times[k]!) / ((times[k + 1] ?? long_s) - times[k]!);
    return loud[k]! * Math.sin(Math.PI * Math.min(1, Math.max(0, share))) ** 0.7;
  });
}
export function murmur(): Wave {
  const long_s = 7.5;
  const voices = Array.from({ length: 9 }, (_, k) =>
    voice(long_s, k % 2 ? 175 + 55 * random() : 95 + 40 * random(), 1),
  );
  return seamless(room(filter(mix(...voices), 'low', 2400), 0.7, 0.4), 1.4);
}
/** Many feet that hurry, and voices that are raised. */
export function hurry(): Wave {
  const long_s = 6;
  const out = silence(long_s);
  for (let walker = 0; walker < 9; walker++) {
    const pace_s = 0.34 + 0.1 * random();
    for (let t = random() * pace_s; t < long_s - 0.4; t += pace_s * (0.95 + 0.1 * random())) {
      const by = 0.35 + 0.65 * random();
      lay(out, thud(130 + 90 * random(), 0.03), t, 2.6 * by);
      lay(out, click(0.07, 1000 + 1100 * random(), 0.9, 0.012), t + 0.004, 0.45 * by);
    }
  }
  const calls = [voice(long_s, 190, 1.25), voice(long_s, 235, 1.3), voice(long_s, 130, 1.2)];
  return seamless(room(mix(out, gain(filter(mix(...calls), 'low', 2600), 0.5)), 0.6, 0.35), 0.9);
}

// --------------------------------------------------------------- the battery

/** A cell bursts its case. */
export function pop(): Wave {
  const out = silence(0.8);
  lay(out, shape(filter(white(0.2), 'band', 1500, 0.7), strike(0.0006, 0.018)), 0.005, 3);
  lay(out, thud(190, 0.06), 0.005, 5);
  lay(out, shape(filter(white(0.5), 'high', 2500), strike(0.02, 0.14)), 0.02, 0.7);
  return room(drive(out, 1.3), 0.5, 0.3);
}
/** Vapour hisses from the vents, and cell after cell goes off behind it. */
export function vapour(): Wave {
  const long_s = 5.5;
  const slow = wander(6);
  const hiss = shape(filter(filter(white(long_s), 'band', 3800, 0.5), 'high', 1200), (t) => 0.35 + 0.4 * slow(t));
  for (let k = 0; k < 7; k++) {
    const at_s = 0.2 + (long_s - 1) * random();
    lay(hiss, click(0.06, 1300 + 900 * random(), 2, 0.008), at_s, 2.4);
    lay(hiss, thud(260, 0.03), at_s, 2);
  }
  return seamless(hiss, 0.6);
}
/** The jet of a burning pack: a blowlamp's roar. */
export function jet(): Wave {
  const long_s = 4;
  const slow = wander(26);
  const roar = filter(white(long_s), 'band', 950, 0.4);
  const low = gain(filter(brown(long_s), 'low', 240), 1.6);
  const tear = gain(filter(white(long_s), 'high', 4200), 0.4);
  return seamless(
    drive(
      shape(mix(roar, low, tear), (t) => 0.7 + 0.45 * slow(t)),
      1.2,
    ),
  );
}

/** Outdoors at night: air, a road far away. */
export function outdoors(): Wave {
  const slow = wander(0.5);
  const long_s = 8;
  const road = shape(filter(brown(long_s), 'low', 180), (t) => 0.5 + 0.4 * slow(t));
  const leaves = shape(filter(pink(long_s), 'band', 2600, 0.4), (t) => 0.05 + 0.06 * slow(t * 2));
  return seamless(mix(road, leaves), 0.8);
}
