import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The web application: hashed files for ever, its page anew each time and for every address that is a page’s. */
export function staticFiles(directory: string) {
  const page = serveStatic({ path: join(directory, 'index.html') })
  return new Hono()
    .use(compress())
    .use('/assets/*', async (http, next) => {
      await next()
      if (http.res.ok) http.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
    })
    .use(serveStatic({ root: directory, onFound: (_, http) => http.header('cache-control', 'no-cache') }))
    .get('*', async (http, next) => {
      const isPage = !/\.[a-z0-9]+$/i.test(http.req.path) && !http.req.path.startsWith('/api/')
      if (!isPage) return http.notFound()
      if (!existsSync(join(directory, 'index.html')))
        return http.text('The web application is not built. Run: npm run build', 503)
      http.header('cache-control', 'no-cache')
      return page(http, next)
    })
}
