/** Plays calls one after the other, clip by clip, through the loudspeaker of the wall; silent until it was unlocked. */

/** Between two clips of a call, and between two calls. [D] */
const GAP_s = 0.06;
const PAUSE_s = 0.9;

export interface Voice {
  /** the one tap that browsers ask for before a page may make a sound */
  unlock: () => Promise<void>;
  /** @param clips names under public/sounds/speech/zh-CN; a clip that is missing is passed over */
  say: (clips: string[]) => void;
  readonly unlocked: boolean;
}

export function openVoice(): Voice {
  let context: AudioContext | null = null;
  let free_s = 0;
  const buffers = new Map<string, Promise<AudioBuffer | null>>();
  const kind = typeof Audio !== 'undefined' && new Audio().canPlayType('audio/ogg; codecs=opus') ? 'ogg' : 'm4a';

  function load(to: AudioContext, clip: string): Promise<AudioBuffer | null> {
    const known = buffers.get(clip);
    if (known) return known;
    const reading = fetch(`/sounds/speech/zh-CN/${clip}.${kind}`)
      .then((reply) => (reply.ok ? reply.arrayBuffer() : Promise.reject(new Error(clip))))
      .then((bytes) => to.decodeAudioData(bytes))
      .catch(() => null);
    buffers.set(clip, reading);
    return reading;
  }
  return {
    get unlocked() {
      return context?.state === 'running';
    },
    async unlock() {
      context ??= new AudioContext();
      await context.resume();
    },
    say(clips) {
      const to = context;
      if (to?.state !== 'running') return;
      void Promise.all(clips.map((clip) => load(to, clip))).then((loaded) => {
        let at_s = Math.max(free_s, to.currentTime + 0.1);
        for (const buffer of loaded) {
          if (!buffer) continue;
          const source = to.createBufferSource();
          source.buffer = buffer;
          source.connect(to.destination);
          source.start(at_s);
          at_s += buffer.duration + GAP_s;
        }
        free_s = at_s + PAUSE_s;
      });
    },
  };
}
