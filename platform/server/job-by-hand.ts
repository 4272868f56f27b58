import { Client } from 'pg'
import type { Actor } from './context.ts'
import type { Job } from './jobs.ts'

type ByHand = Pick<Job, 'id' | 'input' | 'actor' | 'request'> & {
  readonly programUrl: string
  readonly progress?: Job['progress']
}

/** A job that is done here and now, without leaving it to a worker. */
export function jobByHand({ programUrl, progress = () => Promise.resolve(), ...job }: ByHand): Job {
  return {
    ...job,
    signal: new AbortController().signal,
    progress,
    connect: () => connectAs(programUrl, job.actor),
  }
}

/** A plain connection in the name of somebody, as long as it lasts; nobody else uses it. */
export async function connectAs(
  programUrl: string,
  { userId, areaId }: Pick<Actor, 'userId' | 'areaId'>,
): Promise<Client> {
  const client = new Client({ connectionString: programUrl })
  client.on('error', () => {}) // The query in progress fails too; unheard, the event would end the process.
  await client.connect()
  await client.query(`select set_config('ansinh.user', $1, false), set_config('ansinh.area', $2, false)`, [
    userId,
    String(areaId),
  ])
  return client
}
