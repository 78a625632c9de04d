-- Reads the frames of `schema`, which is above. The bytes are described in WIRE.md of pool-codec.

local proto = Proto(schema.abbr, schema.name)

-- The part of an abbreviation for a name. Wireshark permits few characters in it.
local function clean(name)
    return (name:gsub("[^%w_]", "_"))
end

-- Fields for the display filter, by their abbreviations.
local fields = {}
local function declare(abbr, make)
    if not fields[abbr] then
        fields[abbr] = make(abbr)
    end
end

local expert = {
    malformed = ProtoExpert.new(schema.abbr .. ".malformed", "Malformed", expert.group.MALFORMED, expert.severity.ERROR),
    trailing = ProtoExpert.new(schema.abbr .. ".trailing", "Bytes after the message", expert.group.PROTOCOL,
        expert.severity.NOTE),
    unknown = ProtoExpert.new(schema.abbr .. ".unknown", "Unknown message", expert.group.UNDECODED, expert.severity.WARN),
}
proto.experts = { expert.malformed, expert.trailing, expert.unknown }

local unsigned = {
    [1] = ProtoField.uint8, [2] = ProtoField.uint16, [3] = ProtoField.uint24, [4] = ProtoField.uint32,
    [8] = ProtoField.uint64,
}
local signed = {
    [1] = ProtoField.int8, [2] = ProtoField.int16, [3] = ProtoField.int24, [4] = ProtoField.int32,
    [8] = ProtoField.int64,
}

-- Declares the fields of a value of type `ty`, called `name` and abbreviated `abbr`.
local function declare_type(ty, abbr, name, docs)
    local kind = ty.kind
    if kind == "uint" and unsigned[ty.size] then
        declare(abbr, function(a) return unsigned[ty.size](a, name, base.DEC, nil, nil, docs) end)
    elseif kind == "int" and signed[ty.size] then
        declare(abbr, function(a) return signed[ty.size](a, name, base.DEC, nil, nil, docs) end)
    elseif kind == "float" then
        local make = ty.size == 4 and ProtoField.float or ProtoField.double
        declare(abbr, function(a) return make(a, name, docs) end)
    elseif kind == "bool" then
        declare(abbr, function(a) return ProtoField.bool(a, name, base.NONE, nil, nil, docs) end)
    elseif kind == "str" or kind == "fixed_str" or kind == "char" then
        declare(abbr, function(a) return ProtoField.string(a, name, base.UNICODE, docs) end)
    elseif kind == "seq" or kind == "array" or kind == "option" then
        if kind == "seq" then
            declare(abbr .. ".count", function(a) return ProtoField.uint32(a, name .. " count", base.DEC) end)
        end
        declare_type(ty.of, abbr, name, docs)
    elseif kind == "tuple" then
        declare(abbr, function(a) return ProtoField.none(a, name, docs) end)
        for index, part in ipairs(ty.parts) do
            declare_type(part, abbr .. "." .. (index - 1), name .. "." .. (index - 1))
        end
    elseif kind == "named" then
        local definition = schema.types[ty.name]
        if definition.kind == "enum" then
            local names = {}
            for tag, variant in pairs(definition.variants) do
                names[tag] = variant.name
            end
            -- Tags of 64 bits have no names in the filter language.
            local values = definition.size < 8 and names or nil
            declare(abbr, function(a) return unsigned[definition.size](a, name, base.DEC, values, nil, docs) end)
        else
            declare(abbr, function(a) return ProtoField.none(a, name, docs) end)
        end
    else
        -- Byte strings, and numbers of 128 bits.
        declare(abbr, function(a) return ProtoField.bytes(a, name, base.NONE, docs) end)
    end
end

local function declare_fields(owner, list)
    for _, field in ipairs(list) do
        field.abbr = schema.abbr .. "." .. owner .. "." .. clean(field.name)
        declare_type(field.type, field.abbr, field.name, field.docs)
    end
end

for name, definition in pairs(schema.types) do
    if definition.kind == "struct" then
        declare_fields(clean(name), definition.fields)
    else
        for _, variant in pairs(definition.variants) do
            declare_fields(clean(name) .. "." .. clean(variant.name), variant.fields)
        end
        if definition.other then
            declare_fields(clean(name) .. "." .. clean(definition.other.name), definition.other.fields)
        end
    end
end
local ids = {}
for id, message in pairs(schema.messages) do
    ids[id] = message.name
    message.abbr = schema.abbr .. "." .. clean(message.name)
    declare_type(message.type, message.abbr, message.name)
end
local id_field = ProtoField.uint32(schema.abbr .. ".id", "Id", base.HEX, ids)
local length_field = ProtoField.uint32(schema.abbr .. ".length", "Payload length", base.DEC)
do
    local list = { id_field, length_field }
    for _, field in pairs(fields) do
        list[#list + 1] = field
    end
    proto.fields = list
end

-- Raises an error about the bytes at `at`.
local function fail(at, text)
    error({ at = at, text = text }, 0)
end

-- The number in the `size` bytes at `at`. Sizes above 4 serve lengths that no frame reaches.
local function number(tvb, at, size, big_endian)
    if tvb:len() - at < size then
        fail(at, "the payload ends inside a number of " .. size .. " bytes")
    end
    local value = 0
    for index = 0, size - 1 do
        local place = big_endian and at + index or at + size - 1 - index
        value = value * 256 + tvb(place, 1):uint()
    end
    return value
end

local function bytes(tvb, at, size, what)
    if tvb:len() - at < size then
        fail(at, "the payload ends inside " .. what .. " of " .. size .. " bytes")
    end
    return tvb(at, size)
end

local function length(ty, tvb, at)
    local count = number(tvb, at, ty.prefix, false)
    if count > ty.max then
        fail(at, "the length " .. count .. " exceeds the maximum of " .. ty.max)
    end
    return count
end

-- The range of the bytes from `first` up to `last`. A range without bytes is not allowed at the end of a buffer.
local function span(tvb, first, last)
    if last > first then
        return tvb(first, last - first)
    end
    return nil
end

local read

local function add(tree, field, range, value)
    if range == nil then
        return value == nil and tree:add(field) or tree:add(field, value)
    end
    return value == nil and tree:add(field, range) or tree:add(field, range, value)
end

local function read_fields(list, tvb, at, tree)
    for _, field in ipairs(list) do
        if field.optional and at >= tvb:len() then
            break
        end
        at = read(field.type, field.abbr, tvb, at, tree)
    end
    return at
end

local function read_items(ty, count, abbr, tvb, at, tree)
    for _ = 1, count do
        local before = at
        at = read(ty, abbr, tvb, at, tree)
        if at == before then
            break
        end
    end
    return at
end

local function read_named(ty, abbr, tvb, at, tree)
    local definition = schema.types[ty.name]
    local start = at
    if definition.kind == "struct" then
        local item = tree:add(fields[abbr], tvb(math.min(at, tvb:len() - 1), 0))
        at = read_fields(definition.fields, tvb, at, item)
        item:set_len(at - start)
        return at
    end
    local tag = number(tvb, at, definition.size, false)
    local variant = definition.variants[tag] or definition.other
    if not variant then
        fail(at, "unknown tag " .. tag .. " of " .. ty.name)
    end
    local item = tree:add_le(fields[abbr], tvb(at, definition.size))
    if not definition.variants[tag] then
        item:append_text(" (" .. variant.name .. ")")
    end
    at = read_fields(variant.fields, tvb, at + definition.size, item)
    item:set_len(at - start)
    return at
end

-- Adds the value at `at` to the tree. Returns the position behind it.
function read(ty, abbr, tvb, at, tree)
    local kind = ty.kind
    local field = fields[abbr]
    if kind == "uint" or kind == "int" or kind == "float" then
        local range = bytes(tvb, at, ty.size, "a number")
        -- A number of 128 bits is shown as its bytes, in the order of the wire.
        if ty.big_endian or ty.size > 8 then
            tree:add(field, range)
        else
            tree:add_le(field, range)
        end
        return at + ty.size
    elseif kind == "bool" then
        local value = number(tvb, at, 1, false)
        if value > 1 and not ty.low_bit then
            fail(at, "a boolean is 0 or 1, not " .. value)
        end
        tree:add(field, tvb(at, 1), value % 2 == 1)
        return at + 1
    elseif kind == "char" then
        local first = number(tvb, at, 1, false)
        local size = first < 0x80 and 1 or first < 0xE0 and 2 or first < 0xF0 and 3 or 4
        local range = bytes(tvb, at, size, "a character")
        tree:add(field, range, range:string(ENC_UTF_8))
        return at + size
    elseif kind == "str" then
        local len = length(ty, tvb, at)
        local first = at + ty.prefix
        if len == 0 then
            tree:add(field, tvb(at, ty.prefix), "")
            return first
        end
        local range = bytes(tvb, first, len, "text")
        tree:add(field, range, range:string(ENC_UTF_8))
        return first + len
    elseif kind == "fixed_str" then
        local range = bytes(tvb, at, ty.len, "text")
        local text, pad = range:string(ENC_UTF_8), string.char(ty.pad)
        while text:sub(-1) == pad do
            text = text:sub(1, -2)
        end
        tree:add(field, range, text)
        return at + ty.len
    elseif kind == "bytes" then
        local len = length(ty, tvb, at)
        local first = at + ty.prefix
        local range = len > 0 and bytes(tvb, first, len, "a byte string") or tvb(at, 0)
        tree:add(field, range)
        return first + len
    elseif kind == "fixed" then
        if ty.len == 0 then
            return at
        end
        tree:add(field, bytes(tvb, at, ty.len, "an array"))
        return at + ty.len
    elseif kind == "seq" then
        local count = length(ty, tvb, at)
        tree:add(fields[abbr .. ".count"], tvb(at, ty.prefix), count)
        return read_items(ty.of, count, abbr, tvb, at + ty.prefix, tree)
    elseif kind == "array" then
        return read_items(ty.of, ty.len, abbr, tvb, at, tree)
    elseif kind == "option" then
        local tag = number(tvb, at, 1, false)
        if tag > 1 then
            fail(at, "an option begins with 0 or 1, not " .. tag)
        end
        if tag == 0 then
            return at + 1
        end
        return read(ty.of, abbr, tvb, at + 1, tree)
    elseif kind == "tuple" then
        local start = at
        local item = tree:add(field, tvb(math.min(at, tvb:len() - 1), 0))
        for index, part in ipairs(ty.parts) do
            at = read(part, abbr .. "." .. (index - 1), tvb, at, item)
        end
        item:set_len(at - start)
        return at
    elseif kind == "named" then
        return read_named(ty, abbr, tvb, at, tree)
    end
    -- Bytes that only a Rust type understands.
    local rest = span(tvb, at, tvb:len())
    if rest then
        tree:add(field, rest)
    end
    return tvb:len()
end

-- The number in the bytes of the header at the offsets, least significant first.
local function of_header(tvb, at, offsets)
    local value = 0
    for index = #offsets, 1, -1 do
        value = value * 256 + tvb(at + offsets[index], 1):uint()
    end
    return value
end

local function frame_length(tvb, _, at)
    local counted = of_header(tvb, at, schema.header.length)
    return schema.header.size + math.max(counted - schema.header.length_includes, 0)
end

local function frame(tvb, pinfo, tree)
    local size = schema.header.size
    local id = of_header(tvb, 0, schema.header.id)
    local message = schema.messages[id]
    local name = message and message.name or string.format("Unknown %#x", id)
    pinfo.cols.protocol = schema.name
    pinfo.cols.info:append(pinfo.cols.info and " " .. name or name)
    local item = tree:add(proto, tvb(), schema.name .. ", " .. name)
    item:add(id_field, tvb(0, size), id)
    item:add(length_field, tvb(0, size), tvb:len() - size)
    if not message then
        item:add_proto_expert_info(expert.unknown)
        return tvb:len()
    end
    -- A message without bytes has no payload to read.
    local payload = tvb:len() > size and tvb(size):tvb() or nil
    if not payload then
        if message.min > 0 then
            item:add_proto_expert_info(expert.malformed, "the payload is empty")
        end
        return tvb:len()
    end
    local done, result = pcall(read, message.type, message.abbr, payload, 0, item)
    if not done then
        local at, text = 0, tostring(result)
        if type(result) == "table" then
            at, text = result.at, result.text
        end
        item:add_proto_expert_info(expert.malformed, string.format("%s: %s (at byte %d)", message.name, text, at))
    elseif result < payload:len() then
        local extra = payload:len() - result
        local kind = extra <= message.trailing and expert.trailing or expert.malformed
        item:add_proto_expert_info(kind, extra .. " bytes after the message")
    end
    return tvb:len()
end

function proto.dissector(tvb, pinfo, tree)
    dissect_tcp_pdus(tvb, tree, schema.header.size, frame_length, frame)
    return tvb:len()
end

local ports = DissectorTable.get("tcp.port")
ports:add_for_decode_as(proto)
for _, port in ipairs(schema.ports) do
    ports:add(port, proto)
end
