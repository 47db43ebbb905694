/** One calm face of a station: who it is at the top, one thing large in the middle. */
import type { ReactNode } from 'react';
import './station.css';

export interface FaceProps {
  tone: 'calm' | 'called' | 'ready' | 'busy' | 'shut';
  /** of the station, where it has one */
  name?: string | undefined;
  testid: string;
  /** lies over a run, whose page is the landmark */
  inside?: boolean;
  children: ReactNode;
  foot?: ReactNode;
}

export function Face({ tone, name, testid, inside = false, children, foot }: FaceProps) {
  const Frame = inside ? 'section' : 'main';
  return (
    <Frame className={`station-face station-${tone}`} data-testid={testid}>
      <header>{name}</header>
      <div className="station-middle" aria-live="polite">
        {children}
      </div>
      <footer>{foot}</footer>
    </Frame>
  );
}
