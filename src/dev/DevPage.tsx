/** /dev: a bench for makers, absent from production: every drill from every camera, every prop on a table, any tape. */
import { lazy, Suspense, useState } from 'react';
import { listVariants } from '../drill/packs.ts';
import { CAMERA_NAMES } from '../stage/room/cameras.ts';
import { Session } from '../wire/session.ts';

const PropsBench = lazy(async () => ({ default: (await import('./PropsBench.tsx')).PropsBench }));
const TapePlayer = lazy(async () => ({ default: (await import('../stage/replay/TapePlayer.tsx')).TapePlayer }));

function DevPage() {
  const [bench, setBench] = useState(false);
  return (
    <main style={{ position: 'fixed', inset: 0, overflow: 'auto', padding: '1rem', font: '16px/1.5 sans-serif' }}>
      <h1>Bench</h1>
      <Drills />
      <h2>Tape</h2>
      <Tape />
      <h2>Props</h2>
      <button type="button" onClick={() => setBench(!bench)}>
        {bench ? 'close' : 'open'}
      </button>
      {bench && (
        <Suspense fallback="...">
          <PropsBench />
        </Suspense>
      )}
    </main>
  );
}

export { DevPage as default };

function Drills() {
  return (
    <ul>
      {listVariants().map(({ scenario, variant }) => {
        const at = `/drill/${scenario}/${variant}?seed=1&probe`;
        return (
          <li key={variant}>
            {scenario}/{variant}: <a href={`${at}&mode=learn`}>learn</a> <a href={`${at}&mode=assess`}>assess</a>{' '}
            <a href={`${at}&mode=learn&lite`}>lite</a>{' '}
            {CAMERA_NAMES.map((name) => (
              <a key={name} href={`${at}&camera=${name}`} style={{ marginRight: '0.5em' }}>
                {name}
              </a>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** Plays a session's file, as the desk exports it or a bug report carries it. */
function Tape() {
  const [session, setSession] = useState<Session | null>(null);
  const [trouble, setTrouble] = useState('');
  const read = async (file: File | undefined) => {
    if (!file) return;
    const found = Session.safeParse(JSON.parse(await file.text()));
    setSession(found.success ? found.data : null);
    setTrouble(found.success ? '' : found.error.message);
  };
  return (
    <>
      <input type="file" accept=".json" onChange={(event) => void read(event.target.files?.[0])} />
      <pre>{trouble}</pre>
      {session && (
        <Suspense fallback="...">
          <TapePlayer session={session} />
        </Suspense>
      )}
    </>
  );
}
