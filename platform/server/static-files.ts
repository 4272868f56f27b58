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
    .use(async (http, next) => {
      await next()
      const isHashed = http.res.ok && http.req.path.startsWith('/assets/')
      http.res.headers.set('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    })
    .use(serveStatic({ root: directory }))
    .get('*', async (http, next) => {
      const isPage = !/\.[a-z0-9]+$/i.test(http.req.path) && !http.req.path.startsWith('/api/')
      if (!isPage) return http.notFound()
      if (!existsSync(join(directory, 'index.html')))
        return http.text('The web application is not built. Run: npm run build', 503)
      return page(http, next)
    })
}
