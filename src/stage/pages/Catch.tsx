/** What breaks while drawing becomes a sentence on the page, and the run a technical fault, never a white screen. */
import { Component, type ReactNode } from 'react';

export interface CatchProps {
  children: ReactNode;
  onTrouble: (error: unknown) => void;
}

/** React catches in classes only. */
export class Catch extends Component<CatchProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onTrouble(error);
  }

  override render(): ReactNode {
    return this.state.broken ? null : this.props.children;
  }
}
