import { config } from 'zod'

/** Zod tries whether it may write programs; our policy of content forbids it, and browsers report the attempt. */
config({ jitless: true })
