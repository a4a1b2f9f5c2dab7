import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is shown instead; `again` tries the same once more. */
  readonly fallback: (again: () => void) => ReactNode;
}

/** Keeps a fault in a part of the window from leaving it blank. React offers this to classes only. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  static getDerivedStateFromError() {
    return { broken: true };
  }

  override state = { broken: false };

  override render() {
    if (!this.state.broken) return this.props.children;
    return this.props.fallback(() => this.setState({ broken: false }));
  }
}
