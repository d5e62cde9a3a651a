using System.Collections;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>
/// Turns a program's values into what the engine is sent, noting the resources they came from. The result counts only when
/// <paramref name="waiting"/> is over: what is not there yet is collected in it.
/// </summary>
internal sealed class PropertySerializer(SerializerOptions options, Waiting waiting)
{
    private HashSet<Resource>? _resources;

    /// <summary>Whether anything written so far is unknown.</summary>
    public bool ContainsUnknowns { get; private set; }

    /// <summary>Hands over the resources that the values written so far came from, and starts anew.</summary>
    public IReadOnlyCollection<Resource> TakeResources()
    {
        IReadOnlyCollection<Resource> taken = _resources is null ? [] : _resources;
        _resources = null;
        return taken;
    }

    /// <summary>Notes a value that is not there yet, without writing anything.</summary>
    public void Foresee(object? value)
    {
        if (Unwrap(value) is IOutput output && !output.TryGetData(out _))
            waiting.Add(output.WhenCompleteAsync());
    }

    public Value Serialize(object? value) => Serialize(value, options.KeepOutputValues);

    /// <summary>
    /// The value as JSON text. Flags of an output around the whole value are kept; those inside end up in the text, as
    /// provider arguments have no other way to carry them.
    /// </summary>
    public Value SerializeJson(object? value)
    {
        var content = Unwrap(value);
        var data = content is IOutput output ? DataOf(output) : OutputData<object?>.Known(content);
        if (!data.IsKnown)
            return Unknown();

        var inner = new PropertySerializer(options with { KeepOutputValues = false }, waiting).Serialize(data.Value);
        if (inner.KindCase == Value.KindOneofCase.NullValue || !waiting.IsOver)
            return inner;
        var text = Value.ForString(JsonValues.ToText(inner));
        return data.IsSecret ? SpecialObjects.Secret(text) : text;
    }

    private Value Serialize(object? value, bool keepOutputValue) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        bool flag => Value.ForBool(flag),
        int number => Value.ForNumber(number),
        double number => Value.ForNumber(number),
        IInput input => SerializeInput(input, keepOutputValue),
        IOutput output => SerializeOutput(output, keepOutputValue),
        Resource resource => SerializeResource(resource),
        AssetOrArchive asset => SpecialObjects.Asset(asset, Within($".{asset.Property}", asset.Value)),
        InputArgs args => SerializeMembers(args),
        IUnion union => Serialize(union.Value, keepOutputValue),
        IDictionary map => SerializeMap(map),
        JsonElement json => JsonValues.ToValue(json),
        IList list => SerializeList(list),
        Task task => SerializeTask(task),
        System.Enum number => Value.ForNumber(((IConvertible)number).ToInt32(provider: null)),
        _ => SerializeMarked(value),
    };

    private Value Within(string segment, object? value, bool keepOutputValue = false)
    {
        try
        {
            return Serialize(value, keepOutputValue);
        }
        catch (UnsupportedValueException exception)
        {
            throw exception.Within(segment);
        }
    }

    private Value SerializeInput(IInput input, bool keepOutputValue)
    {
        var content = Unwrap(input);
        return content is IOutput output ? SerializeOutput(output, keepOutputValue) : Within(".id", content, keepOutputValue);
    }

    private Value SerializeOutput(IOutput output, bool keepOutputValue)
    {
        var data = DataOf(output);
        if (keepOutputValue && (data.IsSecret || !data.IsKnown || data.Resources.Count > 0))
            return SerializeOutputValue(data);
        if (!data.IsKnown)
            return Unknown();

        var value = Within(".id", data.Value);
        return data.IsSecret ? SpecialObjects.Secret(value) : value;
    }

    private Value SerializeOutputValue(OutputData<object?> data)
    {
        ContainsUnknowns |= !data.IsKnown;
        var value = data.IsKnown ? Within(".id", data.Value) : null;
        return SpecialObjects.OutputValue(value, data.IsSecret, DependencyUrns.Of(data.Resources, dependent: null, waiting));
    }

    private OutputData<object?> DataOf(IOutput output)
    {
        if (!output.TryGetData(out var data))
        {
            waiting.Add(output.WhenCompleteAsync());
            return OutputData<object?>.Unknown(isSecret: false, []);
        }

        if (data.Resources.Count > 0)
            (_resources ??= []).UnionWith(data.Resources);
        return data;
    }

    private Value SerializeResource(Resource resource)
    {
        if (!options.KeepReferencesApart)
            (_resources ??= []).Add(resource);
        var id = resource is CustomResource custom ? waiting.For(custom.Id) : default;
        var urn = waiting.For(resource.Urn);
        if (options.KeepResources)
            return SpecialObjects.Reference(urn.Value ?? "", resource.IsCustom ? id.Value ?? "" : null);

        var text = resource.IsCustom ? id : urn;
        return text.IsKnown ? Value.ForString(text.Value) : Unknown();
    }

    private Value Unknown()
    {
        ContainsUnknowns = true;
        return SpecialObjects.Unknown();
    }

    private Value SerializeMembers(InputArgs args)
    {
        var result = new Struct();
        foreach (var member in args.Members())
        {
            try
            {
                AddUnlessNull(result, member.Name, member.IsJson ? SerializeJson(member.Value) : Serialize(member.Value, keepOutputValue: false));
            }
            catch (UnsupportedValueException exception)
            {
                throw exception.Within($".{member.Name}");
            }
        }

        return Value.ForStruct(result);
    }

    private Value SerializeMap(IDictionary map)
    {
        var result = new Struct();
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is not string key)
                throw new UnsupportedValueException(map.GetType());
            try
            {
                AddUnlessNull(result, key, Serialize(entry.Value, keepOutputValue: false));
            }
            catch (UnsupportedValueException exception)
            {
                throw exception.Within($".{key}");
            }
        }

        return Value.ForStruct(result);
    }

    private static void AddUnlessNull(Struct target, string name, Value value)
    {
        if (value.KindCase != Value.KindOneofCase.NullValue)
            target.Fields[name] = value;
    }

    private Value SerializeList(IList list)
    {
        var result = new ListValue();
        var count = ImmutableArrays.IsDefault(list) ? 0 : list.Count;
        for (var i = 0; i < count; i++)
        {
            try
            {
                result.Values.Add(Serialize(list[i], keepOutputValue: false));
            }
            catch (UnsupportedValueException exception)
            {
                throw exception.Within($"[{i}]");
            }
        }

        return new Value { ListValue = result };
    }

    private Value SerializeTask(Task task)
    {
        var result = task.GetType().GetProperty(nameof(Task<>.Result)) ?? throw new UnsupportedValueException(task.GetType());
        if (task.IsCompletedSuccessfully)
            return Within(".id", result.GetValue(task));
        waiting.Add(task);
        return Unknown();
    }

    private Value SerializeMarked(object value)
    {
        if (EnumStructs.TryRead(value, out var content))
            return content is string text ? Value.ForString(text) : Value.ForNumber((double)content);
        if (OutputTypeMembers.Of(value.GetType()) is not { } members)
            throw new UnsupportedValueException(value.GetType());

        // An object of an earlier answer goes back as it came, nulls included.
        var result = new Struct();
        foreach (var (name, member) in members.Read(value))
            result.Fields[name] = Within($".{name}", member);
        return Value.ForStruct(result);
    }

    /// <summary>What an input holds: collections keep their elements in an input of their own.</summary>
    private static object? Unwrap(object? value)
    {
        while (value is IInput input)
            value = input.Content;
        return value;
    }
}
