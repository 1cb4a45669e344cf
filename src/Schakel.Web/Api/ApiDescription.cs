using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Schakel.Chain.Records;
using Schakel.Web.Api.Family;
using Schakel.Web.Documents;

namespace Schakel.Web.Api;

/// <summary>The description of the interface (OpenAPI-beschrijving): open to all, of any origin, without signing in (ADR core/publish-openapi).</summary>
internal static class ApiDescription
{
    public const string OpenToAll = "openapi";
    private const string Name = "v1";
    private const string Bearer = "oauth2";

    public static void AddChainDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = info => SchemaForms.IsValue(info.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(info);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            SchemaForms.Describe(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            Head(document);
            return Task.CompletedTask;
        });
    });

    public static void MapChainDescription(this IEndpointRouteBuilder app) => app.MapOpenApi($"{ApiVersion.Root}/openapi.json")
        .AllowAnonymous().RequireCors(OpenToAll).CacheOutput(cache => cache.Expire(TimeSpan.FromHours(1)));

    private static void Head(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Schakel: de asielketen",
            Version = ApiVersion.Full,
            Description = "Zaken, huishoudens, opvanglocaties en landenbeleid van de asielketen: lezen wat is, handelen onder de wet, en de wet bevragen. Handelingen zijn POST op een subbron, "
                + "met een eigen sleutel (Idempotency-Key) en de gelezen versie (If-Match). Afgewezen wordt met de norm die in de weg staat.",
            Contact = new() { Name = "Schakel", Email = "schakel@example.nl", Url = new("https://example.nl/schakel") },
            License = new() { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        document.Servers = [new() { Url = "https://schakel.example.nl/api/v1", Description = "Voorbeeldadres" }];
        document.Paths = InOrder(document.Paths);
        document.Tags = new HashSet<OpenApiTag>(
        [
            new() { Name = "zaken", Description = "Zaken van personen." }, new() { Name = "huishoudens", Description = "Wie bij elkaar horen." },
            new() { Name = "opvanglocaties", Description = "Locaties en hun plaatsen." }, new() { Name = "landen", Description = "Landenbeleid, moratoria en werkinstructies." }, new() { Name = "normen", Description = "De wet, bevraagd." },
            new() { Name = "weigeringen", Description = "Regels die weigeren." }, new() { Name = "werkvoorraden", Description = "Wat een functie te doen heeft." }, new() { Name = "termijnen", Description = "Wat wanneer afloopt." }, new() { Name = "abonnementen", Description = "Bericht krijgen van wat er gebeurt." }, new() { Name = "ketenklok", Description = "De datum van de keten." },
        ]);
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Een toegangsbewijs van minuten, voor één functie.",
                Flows = new() { ClientCredentials = new() { TokenUrl = new("https://schakel.example.nl/oauth2/token"), Scopes = new Dictionary<string, string>() } },
            },
        };
        ShareRefusals(document);
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
    }

    // Every operation refuses in the same words: said once, and referred to.
    private static void ShareRefusals(OpenApiDocument document)
    {
        document.Components!.Responses ??= new Dictionary<string, IOpenApiResponse>();
        foreach (var operation in document.Paths.Values.SelectMany(each => each.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            foreach (var (status, response) in operation.Responses!.Where(each => each.Key[0] is '4' or '5').ToList())
            {
                var name = "weigering-" + status;
                document.Components.Responses.TryAdd(name, response);
                operation.Responses![status] = new OpenApiResponseReference(name, document);
            }
        }
    }

    // Addresses are described below the server's /api/v1.
    private static OpenApiPaths InOrder(OpenApiPaths paths)
    {
        var sorted = new OpenApiPaths();
        foreach (var (path, item) in paths.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            sorted[path.StartsWith(ApiVersion.Root, StringComparison.Ordinal) ? path[ApiVersion.Root.Length..] : path] = item;
        }
        return sorted;
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var command = metadata.OfType<CommandResource>().FirstOrDefault()?.Command ?? metadata.OfType<HouseholdActResource>().FirstOrDefault()?.Act;
        if (command is not null)
        {
            var opens = operation.OperationId?.StartsWith("Open", StringComparison.Ordinal) == true && !context.Description.RelativePath!.Contains('{', StringComparison.Ordinal);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = SchemaForms.OfCommand(command, opens) } },
            };
            operation.Parameters ??= [];
            operation.Parameters.Add(Header(ActBody.KeyHeader, "Een eigen UUID: een herhaling met dezelfde sleutel is geen tweede handeling.", "uuid"));
            if (!opens)
            {
                operation.Parameters.Add(Header("If-Match", "De versie die u hebt gelezen, tussen aanhalingstekens.", null));
            }
        }
        if (metadata.OfType<SentWithKey>().FirstOrDefault() is { } sent)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Header(ActBody.KeyHeader, "Een eigen UUID: een herhaling met dezelfde sleutel is geen tweede handeling.", "uuid"));
            if (sent.WithVersion)
            {
                operation.Parameters.Add(Header("If-Match", "De versie die u hebt gelezen, tussen aanhalingstekens.", null));
            }
        }
        if (metadata.OfType<TakesFile>().Any())
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "Het bestand zelf.",
                Content = Enum.GetValues<DocumentForm>().ToDictionary(DocumentContent.MediaTypeOf, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }),
            };
        }
        if (metadata.OfType<PreviewOf>().FirstOrDefault() is { } preview)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = SchemaForms.OfFields(preview.Command) } },
            };
        }
        foreach (var (_, response) in operation.Responses ?? [])
        {
            if (response is OpenApiResponse described)
            {
                described.Headers ??= new Dictionary<string, IOpenApiHeader>();
                described.Headers[ApiVersion.Header] = new OpenApiHeader
                {
                    Description = "De versie van deze interface.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [JsonValue.Create(ApiVersion.Full)] },
                };
            }
        }
    }

    private static OpenApiParameter Header(string name, string description, string? format) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format },
    };
}

/// <summary>That an endpoint takes the fields of a command, without doing it (voorvertoning).</summary>
/// <param name="Command">The command.</param>
internal sealed record PreviewOf(Type Command);
