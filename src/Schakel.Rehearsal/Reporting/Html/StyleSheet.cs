namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>The look of a report: paper and ink, light and dark, on a phone and in print.</summary>
internal static class StyleSheet
{
    /// <summary>The mark of Schakel: two links of a chain.</summary>
    public const string Mark =
        """<svg class="mark-of" viewBox="0 0 44 24" aria-hidden="true"><rect x="2" y="5" width="24" height="14" rx="7"/><rect x="18" y="5" width="24" height="14" rx="7"/></svg>""";

    public const string Css = """
        :root{color-scheme:light dark;--paper:#faf9f5;--card:#fff;--ink:#1c2629;--soft:#556166;--line:#dedcd3;--accent:#0f5257;
        --inner:#7fb3b3;--outer:#cfe3e1;--grid:#e9e7e0;--zero:#9aa3a4;--other:#743c06;--wash:#eef4f3;--warn:#fbf0df;--warn-line:#b9731f;--warn-ink:#5f3a0b}
        @media (prefers-color-scheme:dark){:root{--paper:#12181a;--card:#1a2225;--ink:#e9ecea;--soft:#a9b4b6;--line:#334044;--accent:#86cbcb;
        --inner:#2f6f72;--outer:#1f4447;--grid:#283337;--zero:#6d797c;--other:#ffcf8a;--wash:#1b2a2c;--warn:#2c2416;--warn-line:#c98b3c;--warn-ink:#f3d9ae}}
        *{box-sizing:border-box}
        html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 "Segoe UI",system-ui,-apple-system,"Helvetica Neue","Liberation Sans",Arial,sans-serif}
        h1,h2,h3{font-family:"Iowan Old Style",Charter,"Palatino Linotype",Palatino,"Liberation Serif",Georgia,serif;font-weight:600;line-height:1.2;text-wrap:balance}
        h1{font-size:clamp(1.8rem,4.6vw,2.7rem);margin:.2em 0 .35em;letter-spacing:-.01em}
        h2{font-size:1.55rem;margin:0 0 .5rem}
        h3{font-size:1.15rem;margin:2rem 0 .4rem}
        p{margin:.5rem 0 .9rem;max-width:68ch}
        a{color:var(--accent)}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:2}
        .top{border-top:6px solid var(--accent);padding:1.1rem 1.25rem 0;max-width:74rem;margin:0 auto;display:flex;align-items:center;gap:.7rem;color:var(--soft)}
        .top b{color:var(--ink);font-weight:600}
        .mark-of{width:2.5rem;fill:none;stroke:var(--accent);stroke-width:3.5}
        .page{max-width:74rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
        .kind{color:var(--accent);font-weight:600;margin:1rem 0 0}
        .made{color:var(--soft);margin-top:0}
        nav ol{list-style:none;margin:0;padding:0}
        nav h2{font-size:.95rem;font-family:inherit;color:var(--soft);margin:0 0 .4rem}
        nav a{display:block;padding:.28rem 0;text-decoration:none;color:var(--ink);font-size:.95rem;line-height:1.35}
        nav a:hover{text-decoration:underline}
        nav{border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1.1rem;margin:1.5rem 0;background:var(--card)}
        @media (min-width:66rem){.page{display:grid;grid-template-columns:13rem minmax(0,1fr);column-gap:3.2rem}.head{grid-column:2}
        nav{grid-column:1;grid-row:1/span 2;align-self:start;position:sticky;top:1.5rem;border:0;background:none;padding:0;margin:1.4rem 0 0}main{grid-column:2}}
        section{padding-top:2.6rem;margin-top:2.4rem;border-top:1px solid var(--line)}
        section.first{border-top:0;margin-top:0;padding-top:.6rem}
        .brief{background:var(--wash);border-left:5px solid var(--accent);border-radius:0 .6rem .6rem 0;padding:1.1rem 1.4rem .7rem;margin:1rem 0 1.4rem}
        .brief h2{font-size:1.15rem}
        .brief p,.brief li{font-size:1.12rem;max-width:64ch}
        .verdict{font-size:1.2rem;font-weight:600;max-width:60ch}
        .note{color:var(--soft);font-size:.97rem}
        .warn{background:var(--warn);color:var(--warn-ink);border-left:5px solid var(--warn-line);padding:.7rem 1.1rem;border-radius:0 .5rem .5rem 0;max-width:70ch}
        ul{padding-left:1.2rem;margin:.4rem 0 1rem}li{margin:.3rem 0;max-width:68ch}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr));gap:.9rem;margin:1.1rem 0;padding:0;list-style:none}
        .card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.15rem .9rem;margin:0;max-width:none}
        .card h3{margin:0;font:600 .97rem/1.3 inherit;font-family:inherit;color:var(--soft)}
        .card .big{font:600 2.1rem/1.15 "Iowan Old Style",Charter,"Palatino Linotype",Palatino,"Liberation Serif",Georgia,serif;margin:.1rem 0 0;color:var(--accent)}
        .card .when{color:var(--soft);font-size:.88rem;margin:0 0 .6rem}
        .card dl{display:grid;grid-template-columns:1fr;margin:0;border-top:1px solid var(--line);padding-top:.5rem;font-size:.93rem;row-gap:.1rem}
        .card dt{color:var(--soft)}.card dd{margin:0 0 .35rem}
        .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:1.3rem;margin:1.2rem 0}
        .chart{display:flex;flex-direction:column;margin:0;background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1rem .6rem;min-width:0}
        .chart figcaption{line-height:1.3;margin-bottom:.4rem}
        .chart .unit{display:block;color:var(--soft);font-size:.88rem}
        .chart svg{display:block;width:100%;height:auto;overflow:visible;margin-top:auto}
        svg text{fill:var(--soft);font:11.5px "Segoe UI",system-ui,-apple-system,"Liberation Sans",Arial,sans-serif}
        svg .value{fill:var(--ink);font-weight:700;font-size:12.5px}svg .name{fill:var(--ink);font-size:13px}
        svg .side{fill:var(--soft)}
        svg .outer{fill:var(--outer)}svg .inner{fill:var(--inner)}
        svg .middle{fill:none;stroke:var(--accent);stroke-width:2.2;stroke-linejoin:round}
        svg .other{fill:none;stroke:var(--other);stroke-width:2;stroke-dasharray:5 4}
        svg .end{fill:var(--accent);stroke:var(--card);stroke-width:1.5}
        svg .grid{stroke:var(--grid)}svg .zero{stroke:var(--zero)}
        svg .bar{fill:var(--inner)}svg .hollow{fill:var(--card);stroke:var(--accent);stroke-width:2}svg .full{fill:var(--accent);stroke:var(--accent);stroke-width:2}
        .key{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;font-size:.88rem;color:var(--soft);margin:.3rem 0 .4rem}
        .key span::before{content:"";display:inline-block;width:1.6rem;margin-right:.45rem;vertical-align:.28em;border-top:2.5px solid var(--accent)}
        .key .dashed::before{border-top:2.5px dashed var(--other)}
        .key .hollow::before,.key .full::before{width:.7rem;height:.7rem;border:2px solid var(--accent);border-radius:50%;vertical-align:-.05em}
        .key .full::before{background:var(--accent)}
        details{margin:.3rem 0}summary{cursor:pointer;color:var(--accent);font-size:.9rem;padding:.2rem 0}
        .scroll{overflow-x:auto;max-width:100%}
        .chart .scroll{max-height:20rem;overflow-y:auto}
        table{border-collapse:collapse;width:100%;font-size:.94rem;line-height:1.4;font-variant-numeric:tabular-nums;margin:.6rem 0 1.2rem}
        th,td{text-align:right;padding:.5rem .7rem;border-bottom:1px solid var(--line);vertical-align:top}
        th:first-child,td:first-child{text-align:left;padding-left:0}
        th{font-weight:600}tbody th{font-weight:400}thead th{color:var(--soft);font-size:.88rem;border-bottom:2px solid var(--line);vertical-align:bottom}
        .chart table{font-size:.85rem}.chart th,.chart td{padding:.2rem .45rem;white-space:nowrap}
        td .band{display:block;color:var(--soft);font-size:.87rem;white-space:nowrap}
        .words th:last-child,.words td:last-child{text-align:left}
        .total th,.total td{font-weight:600;border-top:2px solid var(--line)}
        .items{display:grid;grid-template-columns:1fr;margin:.4rem 0 1.2rem}
        .items dt{font-weight:600;margin-top:.8rem}.items dd{margin:.1rem 0 0;max-width:72ch}
        @media (min-width:40rem){.card h3{min-height:2.6em}}
        @media (min-width:48rem){.items{grid-template-columns:15rem 1fr;column-gap:1.6rem}.items dt,.items dd{margin:0;padding:.55rem 0;border-top:1px solid var(--line)}}
        code{font:.92em/1.5 ui-monospace,"Cascadia Mono","Liberation Mono",Menlo,monospace;overflow-wrap:anywhere}
        footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--soft);font-size:.95rem}
        @media (max-width:34rem){body{font-size:1rem}.stack thead{position:absolute;left:-9999px}.stack tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}
        .stack th,.stack td{display:flex;justify-content:space-between;gap:1rem;border:0;padding:.15rem 0;text-align:right}
        .stack tbody th{font-weight:600;text-align:left}.stack td::before{content:attr(data-label);color:var(--soft);text-align:left}.stack td.empty{display:none}}
        @media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#0f5257;--inner:#8fbcbc;--outer:#d9e9e8;--grid:#e5e5e5;--zero:#888;--other:#743c06;--wash:#f3f7f6;--warn:#fff;--warn-ink:#000}
        html{font-size:12px}body{font-size:10pt}nav,details,.skip{display:none}.page{display:block;padding:0}.top{padding:0 0 .5rem}section{border:0;margin-top:1rem;padding-top:.6rem}
        h2,h3{break-after:avoid}.chart,.card,tr,.warn,.brief{break-inside:avoid}.charts{grid-template-columns:1fr 1fr}.items dd,.items dt{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{margin:18mm 16mm}}
        """;
}
