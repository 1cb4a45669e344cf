using System.Collections.Immutable;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>The report of an assessment, in the order of an implementation test: intention, effect, side effects, work, money, law, people, feasibility, grounds.</summary>
internal sealed class AssessmentPage(Assessment assessment, ReportLanguage language, ReportContext context)
{
    private readonly ReportText _text = ReportText.In(language);
    private readonly Figures _figures = new(language);
    private readonly Sentence _sentence = new(language);
    private readonly Findings _findings = new(assessment, language);

    public void Write(TextWriter output)
    {
        Page page = new(_text);
        FanChart charts = new(_text, _figures, _sentence);
        Grounds grounds = new(_text, _figures, language);
        Consequences consequences = new(_findings, _text, _figures, _sentence);
        ImmutableArray<AssumptionLine> assumptions = assessment.Assumptions.IsEmpty ? context.Assumptions : assessment.Assumptions;
        string title = string.Join(" + ", assessment.Measures.Select(measure => _text.Of(measure.Title)));

        page.Section(_text.Intended, Intended);
        page.Section(_text.LikelyToWork, html => Works(html, charts));
        if (!assessment.NoEffect)
        {
            page.Section(_text.SideEffects, html => consequences.PerPartner(html, charts));
            page.Section(_text.Workload, consequences.Workload);
            page.Section(_text.Cost, consequences.Cost);
        }

        page.Section(_text.LegalPoints, Legal);
        if (!assessment.NoEffect)
        {
            page.Section(_text.WhoWaits, consequences.WhoWaits);
            page.Section(_text.Rights, consequences.Rights);
            page.Section(_text.Feasibility, consequences.Feasibility);
        }

        page.Section(_text.Assumptions, html => grounds.Assumptions(html, assumptions));
        if (!assessment.NoEffect)
        {
            page.Section(_text.Sensitivity, Sensitivity);
        }

        page.Section(_text.CheckedAgainst, html => grounds.Checked(html, context.Checked));
        page.Section(_text.NotModelled, html => grounds.NotModelled(
            html, assessment.Measures.SelectMany(measure => measure.NotModelled).Concat(assessment.Variant.NotModelled)));
        page.Section(_text.MethodTitle, html => grounds.Method(html, assessment.Variant, title, assumptions.Length, context));
        page.Section(_text.Reproduce, html => grounds.Reproduce(html, assessment.Variant, context));
        page.Write(output, _text.AssessmentKind, title, Introduction);
    }

    private void Introduction(Markup html)
    {
        html.Open("div", ("class", "brief")).Element("h2", _text.Summary);
        if (assessment.NoEffect)
        {
            html.Element("p", _sentence.NoEffect, ("class", "verdict"));
        }
        else
        {
            foreach (string verdict in _findings.Verdicts())
            {
                html.Element("p", verdict, ("class", "verdict"));
            }

            Tables.List(html, _findings.Headlines());
        }

        html.Close();
        Grounds.Made(html, assessment.Variant, _text, _figures);
    }

    private void Intended(Markup html)
    {
        foreach (MeasureText measure in assessment.Measures)
        {
            if (assessment.Measures.Length > 1)
            {
                html.Element("h3", _text.Of(measure.Title));
            }

            html.Element("p", _text.Of(measure.Intention));
            html.Element("p", _text.Target(_sentence.Subject(SeriesCatalogue.Find(measure.TargetSeriesId)), measure.TargetDirection));
            html.Element("h3", _text.Changes);
            Tables.List(html, measure.Changes.Select(_text.Of));
        }
    }

    private void Works(Markup html, FanChart charts)
    {
        if (assessment.NoEffect)
        {
            html.Element("p", _sentence.NoEffect, ("class", "verdict"));
            return;
        }

        foreach (string verdict in _findings.Verdicts())
        {
            html.Element("p", verdict, ("class", "verdict"));
        }

        html.Open("div", ("class", "charts"));
        foreach (string id in assessment.Measures.Select(measure => measure.TargetSeriesId).Distinct())
        {
            if (_findings.Variant(id) is { } variant && _findings.Baseline(id) is { } baseline && _findings.Monthly(id) is { } difference)
            {
                charts.Beside(html, variant, baseline);
                charts.Differences(html, difference);
            }
        }

        html.Close();
    }

    private void Legal(Markup html)
    {
        ImmutableArray<string> points = [.. assessment.Measures.SelectMany(measure => measure.LegalPoints).Select(_text.Of)];
        if (points.IsEmpty)
        {
            html.Element("p", _text.NoLegalPoints);
        }
        else
        {
            Tables.List(html, points);
        }
    }

    private void Sensitivity(Markup html)
    {
        if (assessment.Sensitivity.IsEmpty)
        {
            html.Element("p", _text.NoSensitivity);
            return;
        }

        html.Element("p", _text.SensitivityIntroduction);
        Tornado tornado = new(_text, _figures, _sentence);
        html.Open("div", ("class", "charts"));
        foreach (IGrouping<string, SensitivityBar> outcome in assessment.Sensitivity.GroupBy(bar => bar.SeriesId))
        {
            tornado.Draw(html, SeriesCatalogue.Find(outcome.Key),
                [.. outcome.OrderByDescending(bar => Math.Abs(bar.AtHigh - bar.AtLow))]);
        }

        html.Close();
    }
}
