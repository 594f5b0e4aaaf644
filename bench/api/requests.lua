-- What wrk asks, by the WHAT of its environment: read, list, list_total, two_hops, search or create.
local what = os.getenv("WHAT")
local json = { ["Content-Type"] = "application/json" }
local ids = {}
local turn = 0

function init()
  math.randomseed(os.time())
  for id in io.lines(os.getenv("IDS")) do ids[#ids + 1] = id end
end

local paths = {
  read = function() return "/api/v1/activities/" .. ids[math.random(#ids)] end,
  list = function() return "/api/v1/activities?kind=talks&sort=-date&limit=20" end,
  list_total = function() return "/api/v1/activities?kind=talks&sort=-date&limit=20&total=true" end,
  two_hops = function() return "/api/v1/activities?partnership.parties=la.champasak&sort=-date&limit=20" end,
  search = function() return "/api/v1/search?q=champasak+lao+dong&limit=20" end,
}

function request()
  turn = turn + 1
  if what == "create" then
    local body = string.format(
      '{"kind":"visit","date":"2026-05-04","place":"Vinh %d","parties":["vn.nghe-an","la.xiangkhouang"],"participants":12}', turn)
    return wrk.format("POST", "/api/v1/activities", json, body)
  end
  return wrk.format("GET", paths[what]())
end

function done(summary, latency)
  local seconds = summary.duration / 1000000
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("%s %.0f %.2f %.2f %d\n", what, summary.requests / seconds, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, failed))
end
