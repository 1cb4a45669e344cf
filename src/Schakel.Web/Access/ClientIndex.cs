using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Store;
using Schakel.Store.Databases;
using Schakel.Web.Api;

namespace Schakel.Web.Access;

/// <summary>
/// Who stands by whom (cliënten van advocaten en voogden, begeleiding): which files name which lawyer and guardian, and who chose the support
/// of the council for refugees, so that theirs can be listed. Read
/// from the log once, and then what is new in it; the file itself says each time whether it may be opened.
/// </summary>
/// <param name="store">The store.</param>
public sealed class ClientIndex(ChainStore store)
{
    // Names of the events of Counsel, Guardianship and Support, but for helpers; a test compares them with the chain.
    internal static readonly string[] Events = ["lawyer-named", "lawyer-changed", "lawyer-withdrawn", "guardian-changed", "guardianship-ended", "support-begun", "support-ended"];

    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<long, (int? Lawyer, int? Guardian)> _named = [];
    private readonly ConcurrentDictionary<long, bool> _supported = [];
    private long _position;

    /// <summary>Files whose lawyer or guardian this is, and those of the token that name nobody else.</summary>
    /// <param name="caller">A lawyer, guardian or another who has clients.</param>
    public IReadOnlyCollection<long> Of(Caller caller)
    {
        CatchUp();
        var number = caller.Number;
        Func<(int? Lawyer, int? Guardian), int?> who = caller.Function.Code switch
        {
            "advocaat" => named => named.Lawyer,
            "voogd" => named => named.Guardian,
            _ => _ => null,
        };
        if (caller.Only is { } only)
        {
            return (_named.TryGetValue(only.File, out var now) ? who(now) : null) == only.Lawyer ? [only.File] : [];
        }
        return
        [
            .. caller.Clients.Where(client => !_named.TryGetValue(client, out var named) || who(named) is null).Concat(
                _named.Where(each => who(each.Value) == number).Select(each => each.Key)).Distinct().Order(),
        ];
    }

    /// <summary>Who of these people chose the support of the council for refugees.</summary>
    /// <param name="persons">Numbers of persons.</param>
    public IReadOnlyCollection<long> SupportedOf(IEnumerable<long> persons)
    {
        CatchUp();
        return [.. persons.Where(_supported.ContainsKey)];
    }

    private void CatchUp()
    {
        lock (_turn)
        {
            var through = store.Log.Position;
            if (through == _position)
            {
                return;
            }
            using var context = store.CreateContext();
            var after = _position;
            var changed = context.Set<EventRow>().AsNoTracking()
                .Where(row => row.Position > after && row.Position <= through && row.Kind == (short)StreamKind.CaseFile && Events.Contains(row.Name))
                .Select(row => row.Number).Distinct().ToList();
            foreach (var person in changed)
            {
                var circle = FileState.Read(store, new(StreamKind.CaseFile, person)).File.Circle;
                _named[person] = (circle.Lawyer, circle.Guardian);
                if (Relations.IsSupported(circle))
                {
                    _supported[person] = true;
                }
                else
                {
                    _supported.TryRemove(person, out _);
                }
            }
            _position = through;
        }
    }
}
