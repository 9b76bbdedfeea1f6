"""Draws the growth curve: milliseconds of the middle answer over the number of dossiers, both axes by
powers of ten. Plain SVG, readable on light and dark ground."""

import math

# Figure, Vietnamese, English, colour on light and on dark ground, dash.
CURVES = [
    ("work list", "việc của tôi", "work list", "#0b6bcb", ""),
    ("unit queue", "việc của đơn vị", "unit queue", "#0b6bcb", "2 3"),
    ("register", "sổ hồ sơ", "register", "#1b7f3b", ""),
    ("overdue", "quá hạn", "overdue", "#1b7f3b", "2 3"),
    ("search name", "tìm theo tên", "search by name", "#b3261e", ""),
    ("search family name", "tìm theo họ", "search by family name", "#b3261e", "2 3"),
    ("dossier page", "trang hồ sơ", "dossier page", "#7b3fa0", ""),
    ("month report", "báo cáo tháng", "month report", "#8a6100", ""),
]
WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 240, 56, 60


def draw(lines):
    points = {name: sorted((line["dossiers"], line["p50"]) for line in lines
                           if line["figure"] == name) for name, *_ in CURVES}
    sizes = [size for found in points.values() for size, _ in found]
    times = [value for found in points.values() for _, value in found]
    first, last = math.floor(math.log10(min(sizes))), math.ceil(math.log10(max(sizes)))
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))

    def x(size):
        return LEFT + (math.log10(size) - first) / max(1, last - first) * (WIDTH - LEFT - RIGHT)

    def y(value):
        return HEIGHT - BOTTOM - (math.log10(value) - low) / max(1, high - low) * (
            HEIGHT - TOP - BOTTOM)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="system-ui, sans-serif" font-size="12">',
        "<title>Thời gian trả lời khi sổ lớn lên · Answer times while the register grows</title>",
        "<style>.g{stroke:#8888;stroke-width:.6}text{fill:#222}.s{fill:#666}rect{fill:#fff}"
        "@media(prefers-color-scheme:dark){text{fill:#eee}.s{fill:#aaa}rect{fill:#14171a}"
        ".c{filter:brightness(1.7)}}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}"/>',
        f'<text x="{LEFT}" y="22" font-size="15">Thời gian trả lời khi sổ lớn lên</text>',
        f'<text x="{LEFT}" y="40" class="s">Answer times while the register grows, p50 over HTTP'
        "</text>",
    ]
    for power in range(first, last + 1):
        at = x(10 ** power)
        out.append(f'<line class="g" x1="{at:.1f}" y1="{TOP}" x2="{at:.1f}" y2="{HEIGHT - BOTTOM}"/>')
        label = f"{10 ** power:,}".replace(",", ".")
        out.append(f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{label}</text>')
    for power in range(low, high + 1):
        at = y(10 ** power)
        out.append(f'<line class="g" x1="{LEFT}" y1="{at:.1f}" x2="{WIDTH - RIGHT}" y2="{at:.1f}"/>')
        label = f"{10 ** power:g} ms".replace(".", ",")
        out.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{label}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 20}" text-anchor="middle" '
               'class="s">số hồ sơ trong cơ sở dữ liệu · dossiers in the database</text>')
    ends = sorted((y(found[-1][1]), name) for name, found in points.items() if found)
    label_at = {}
    below = TOP
    for at, name in ends:
        below = max(at, below)
        label_at[name] = below
        below += 32
    over = max(0, below - 32 - (HEIGHT - BOTTOM))
    for name, vietnamese, english, colour, dash in CURVES:
        found = points[name]
        if not found:
            continue
        path = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in found)
        out.append(f'<g class="c" stroke="{colour}" fill="none"><polyline points="{path}" '
                   f'stroke-width="2" stroke-dasharray="{dash}"/>')
        for size, value in found:
            out.append(f'<circle cx="{x(size):.1f}" cy="{y(value):.1f}" r="2.5" fill="{colour}"/>')
        at = label_at[name] - over
        out.append(f'<polyline points="{x(found[-1][0]):.1f},{y(found[-1][1]):.1f} '
                   f'{WIDTH - RIGHT + 14},{at:.1f}" stroke-width=".8"/></g>')
        value = f"{found[-1][1]:.1f}".replace(".", ",")
        out.append(f'<text x="{WIDTH - RIGHT + 18}" y="{at:.1f}">{vietnamese}: {value} ms</text>')
        out.append(f'<text x="{WIDTH - RIGHT + 18}" y="{at + 13:.1f}" class="s" font-size="11">'
                   f"{english}</text>")
    return "\n".join(out + ["</svg>", ""])
