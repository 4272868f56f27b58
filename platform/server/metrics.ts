const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

type Series = { count: number; sum: number; readonly within: number[] }

export type Metrics = ReturnType<typeof createMetrics>

/** Counts requests by route and status, and prints what Prometheus reads. */
export function createMetrics() {
  const requests = new Map<string, number>()
  const durations = new Map<string, Series>()
  return {
    observe: ({ method, route, status, seconds }: Observation) => {
      const labels = `method="${method}",route="${route}"`
      const counted = `${labels},status="${status}"`
      requests.set(counted, (requests.get(counted) ?? 0) + 1)
      const series = durations.get(labels) ?? { count: 0, sum: 0, within: buckets.map(() => 0) }
      durations.set(labels, series)
      series.count++
      series.sum += seconds
      for (const [index, bucket] of buckets.entries()) if (seconds <= bucket) series.within[index]!++
    },
    print: (gauges: Readonly<Record<string, number>>) =>
      [
        '# TYPE ansinh_requests_total counter',
        ...[...requests].map(([labels, count]) => `ansinh_requests_total{${labels}} ${count}`),
        '# TYPE ansinh_request_seconds histogram',
        ...[...durations].flatMap(([labels, { count, sum, within }]) => [
          ...buckets.map(
            (bucket, index) => `ansinh_request_seconds_bucket{${labels},le="${bucket}"} ${within[index]}`,
          ),
          `ansinh_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
          `ansinh_request_seconds_sum{${labels}} ${sum}`,
          `ansinh_request_seconds_count{${labels}} ${count}`,
        ]),
        ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]),
        '',
      ].join('\n'),
  }
}

type Observation = {
  readonly method: string
  /** The template, never the path: it must not grow with the number of people. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}
