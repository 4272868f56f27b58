/** The handbook of procedures. */
export { proceduresWebRoutes } from './procedures/routes.tsx'
