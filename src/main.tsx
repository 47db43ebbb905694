/** Turns the path of the address into a page, each loaded only when it is asked for. */
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Redirect, Route, Switch } from 'wouter';

type Page = { default: ComponentType };

const HallPage = lazy(() => import('./stage/pages/HallPage.tsx') as Promise<Page>);
const DrillPage = lazy(() => import('./stage/pages/DrillPage.tsx') as Promise<Page>);
const Desk = lazy(() => import('./desk/Desk.tsx') as Promise<Page>);
/** absent from production: the branch is cut when the bundle is built */
const DevPage = import.meta.env.DEV ? lazy(() => import('./dev/DevPage.tsx') as Promise<Page>) : null;

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Suspense>
      <Switch>
        <Route path="/" component={HallPage} />
        <Route path="/drill/*?" component={DrillPage} />
        <Route path="/desk/*?" component={Desk} />
        {DevPage && <Route path="/dev/*?" component={DevPage} />}
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Suspense>
  </StrictMode>,
);
