using Npgsql;

namespace Kakehashi.Cms.Delivery;

static class DeliveryConnection
{
    /// <summary>The same database through sessions that PostgreSQL itself keeps from writing.</summary>
    public static string ReadOnly(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        builder.Options = $"{builder.Options} -c default_transaction_read_only=on".TrimStart();
        return builder.ConnectionString;
    }
}
