using Schakel.Norms;

namespace Schakel.Store;

/// <summary>The chain's date (ketendatum): the day for every term and every act. The demonstration moves it; elsewhere it follows the calendar.</summary>
public interface IChainClock
{
    /// <summary>The chain's today.</summary>
    Day Today { get; }
}
