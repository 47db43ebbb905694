/** The one door through which the desk reaches the stage: a run played again, and a run as it happens. */
export { LiveShow } from './LiveShow.tsx';
export { TapePlayer } from './TapePlayer.tsx';
