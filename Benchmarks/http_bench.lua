-- What wrk sends: each request another body or address, and the figures as one line of JSON.
-- Arguments after `--`: the file of requests, one a line, `path<TAB>body`; and the token.
-- With one line the same request is sent again and again.

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  lines, position = {}, 0
  local count = tonumber(arguments[3])
  local index = 0
  repeats = arguments[6] == "repeat"
  for line in io.lines(arguments[1]) do
    if repeats or index % count == number then
      local path, body = line:match("^(.-)\t(.*)$")
      lines[#lines + 1] = { path, body }
    end
    index = index + 1
  end
  headers = {
    ["Authorization"] = "Bearer " .. arguments[2],
    ["Content-Type"] = "application/json",
    ["Accept"] = arguments[4],
  }
  method = arguments[5]
end

function request()
  position = position + 1
  if position > #lines then
    if repeats then position = 1 else wrk.thread:stop() end
  end
  local line = lines[math.min(position, #lines)]
  if method == "GET" then return wrk.format("GET", line[1], headers) end
  headers["Idempotency-Key"] = number .. "-" .. position .. "-" .. line[1]
  return wrk.format("POST", line[1], headers, line[2])
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.6f, "p50": %.3f, "p99": %.3f, "max": %.3f, ' ..
    '"refused": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
